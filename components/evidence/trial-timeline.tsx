import { studies } from '#lib/evidence/library.ts'
import { type Dot, timelineOf } from '#lib/evidence/timeline.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { TimelinePlot } from './timeline-plot.tsx'

const FEW_PEOPLE = 50

/** All studies that gave people ketamine, by year, drug and size, with the same in a table. `href`: where they are listed. */
export function TrialTimeline({ locale, href }: { locale: Locale; href?: string }) {
  const { evidence, figure } = messagesFor(locale)
  const words = evidence.timeline
  const rows = timelineOf(studies())
  const dots = rows.flatMap((row) => row.dots)
  const sizes = dots.map(({ people }) => people)
  const years = dots.map(({ year }) => year)
  const say = (text: string) =>
    text
      .replace('{first}', `${Math.min(...years)}`)
      .replace('{last}', `${Math.max(...years)}`)
      .replace('{count}', `${dots.length}`)
      .replace('{small}', `${sizes.filter((people) => people < FEW_PEOPLE).length}`)
      .replace('{limit}', `${FEW_PEOPLE}`)
      .replace('{largest}', `${Math.max(...sizes)}`)
  const finding = say(words.finding)

  return (
    <figure className="rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="mb-4 font-bold leading-snug">{finding}</p>
      <TimelinePlot
        id="timeline"
        title={finding}
        description={say(words.description)}
        rows={rows}
        names={evidence.substances}
      />
      <figcaption className="mt-4 flex flex-col gap-2 text-sm">
        <div className="flex flex-col gap-1">
          <p className="flex gap-2">
            <SampleDot colors="fill-teal" />
            {words.randomized}
          </p>
          <p className="flex gap-2">
            <SampleDot colors="fill-card stroke-teal" />
            {words.notRandomized}
          </p>
        </div>
        <p>
          <b>{figure.readTitle}</b> {words.read} {href && <a href={href}>{words.link}</a>}
        </p>
        <details>
          <summary className="py-1 text-link underline">{figure.table}</summary>
          <DotTable locale={locale} caption={finding} dots={dots} />
        </details>
      </figcaption>
    </figure>
  )
}

function SampleDot({ colors }: { colors: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="24" className="shrink-0">
      <circle cx="8" cy="8" r="6" strokeWidth="2" className={colors} />
    </svg>
  )
}

function DotTable({ locale, caption, dots }: { locale: Locale; caption: string; dots: Dot[] }) {
  const { timeline } = messagesFor(locale).evidence
  const columns = [timeline.table.study, timeline.table.year, timeline.table.people]

  return (
    <table className="mt-2 w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-t border-line align-top">
          {columns.map((name) => (
            <th key={name} scope="col" className="py-2 pe-4 text-start">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dots.map(({ study, year, people }) => (
          <tr key={study.id} className="border-t border-line align-top">
            <th scope="row" className="py-2 pe-4 text-start font-[400]">
              <a href={pathFor(locale, `/evidence/${study.id}`)}>{study.shortName}</a>
            </th>
            <td className="py-2">{year}</td>
            <td className="py-2">{people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
