import { findStudy, type Group, resultOf } from '#lib/evidence/library.ts'
import { perHundred } from '#lib/evidence/per-hundred.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { FigureSource } from './figure-source.tsx'
import { PeopleGrid } from './people-grid.tsx'

type Props = {
  locale: Locale
  study: string
  result: string
  /** Where the study is described in full; on an article that is its own reference list. */
  sourceHref: (studyId: string) => string
}

/** A yes or no outcome as pictures of 100 people, the groups side by side and the real counts beside them. */
export function PeoplePer100({ locale, study: studyId, result: resultId, sourceHref }: Props) {
  const words = messagesFor(locale).evidence.people100
  const result = resultOf(studyId, resultId)
  const study = findStudy(studyId)
  const groups = result.groups ?? []
  if (!study || groups.length < 2)
    throw new Error(`The result "${resultId}" of "${studyId}" cannot be drawn per 100 people: it needs two groups.`)

  const id = `people-${studyId}-${resultId}`
  const say = (text: string, group: Group) =>
    text
      .replace('{per}', `${perHundred(group)}`)
      .replace('{events}', `${group.events}`)
      .replace('{total}', `${group.total}`)
      .replace('{group}', group.name)

  return (
    <figure className="rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="font-bold leading-snug">{result.finding ?? result.measure}</p>
      <p className="mt-2 text-sm text-ink-2">{words.filled.replace('{measure}', lowerFirst(result.measure))}</p>
      <div className="mt-4 grid grid-cols-2 gap-6 text-sm leading-snug">
        {groups.map((group, index) => (
          <div key={group.name} className="flex flex-col gap-2">
            <PeopleGrid
              id={`${id}-${index + 1}`}
              title={upperFirst(say(words.title, group))}
              description={say(words.description, group)}
              count={perHundred(group)}
            />
            <p>
              <b>{say(words.per, group)}</b> {say(words.really, group)}
              <br />
              {upperFirst(group.name)}
            </p>
          </div>
        ))}
      </div>

      <figcaption className="mt-4 flex flex-col gap-2 text-sm">
        <p>
          <b>{messagesFor(locale).figure.readTitle}</b> {words.read}
        </p>
        <FigureSource locale={locale} study={study} href={sourceHref(study.id)} />
        <details>
          <summary className="py-1 text-link underline">{messagesFor(locale).figure.table}</summary>
          <GroupTable caption={result.measure} groups={groups} words={words.table} />
        </details>
      </figcaption>
    </figure>
  )
}

type TableProps = { caption: string; groups: Group[]; words: Record<'group' | 'events' | 'total' | 'per', string> }

function GroupTable({ caption, groups, words }: TableProps) {
  return (
    <table className="mt-2 w-full">
      <caption className="text-start">{caption}</caption>
      <thead>
        <tr className="border-t border-line align-top">
          {[words.group, words.events, words.total, words.per].map((name) => (
            <th key={name} scope="col" className="py-2 pe-4 text-start">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.name} className="border-t border-line align-top">
            <th scope="row" className="py-2 pe-4 text-start font-[400]">
              {upperFirst(group.name)}
            </th>
            <td className="py-2">{group.events}</td>
            <td className="py-2">{group.total}</td>
            <td className="py-2">{perHundred(group)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
