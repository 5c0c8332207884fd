import { type Certainty, certaintiesOf, PEOPLE_MIN, type Sureness, TRIALS_MIN } from '#lib/evidence/certainty.ts'
import { plainNumber } from '#lib/evidence/fact.ts'
import { studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

const steps = ['not-known', 'very-unsure', 'more-sure'] as const satisfies Sureness[]

/** "How sure can we be?": each drug with its randomized trials, the people in them, and our plain rule below. */
export function CertaintyOverview({ locale }: { locale: Locale }) {
  const { evidence, figure } = messagesFor(locale)
  const words = evidence.certainty
  const rows = certaintiesOf(studies())
  const isAnySure = rows.some(({ sureness }) => sureness === 'more-sure')

  return (
    <figure className="rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="mb-4 font-bold leading-snug">{isAnySure ? words.findings.some : words.findings.none}</p>
      <table className="w-full text-sm leading-snug">
        <caption className="sr-only">{words.columns.sureness}</caption>
        <thead className="max-sm:sr-only">
          <tr className="align-bottom">
            {[words.columns.substance, words.columns.trials, words.columns.people, words.columns.sureness].map(
              (name) => (
                <th key={name} scope="col" className="pe-4 pb-2 text-start">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CertaintyRow key={row.substance} locale={locale} row={row} />
          ))}
        </tbody>
      </table>
      <figcaption className="mt-4 flex flex-col gap-2 text-sm">
        <p>
          <b>{figure.readTitle}</b>{' '}
          {words.rule.replace('{trials}', `${TRIALS_MIN}`).replace('{people}', `${PEOPLE_MIN}`)}
        </p>
        <p className="text-ink-2">
          {words.scope} <a href={pathFor(locale, '/evidence')}>{words.link}</a>
        </p>
      </figcaption>
    </figure>
  )
}

function CertaintyRow({ locale, row }: { locale: Locale; row: Certainty }) {
  const { substances, directions, certainty } = messagesFor(locale).evidence
  const found = countEach(row.directions.map((direction) => directions[direction]))

  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-3 pe-4 text-start">
        {substances[row.substance]}
        <ul className="text-ink-2 font-normal">
          {found.map(({ name, times }) => (
            <li key={name}>
              {name}: {times}
            </li>
          ))}
        </ul>
      </th>
      <td className="py-3 pe-4">{row.trials.length}</td>
      <td className="py-3 pe-4">{row.trials.length > 0 ? plainNumber(row.people) : '–'}</td>
      <td className="py-3">
        <Meter level={steps.indexOf(row.sureness)} />
        {certainty.sureness[row.sureness]}
      </td>
    </tr>
  )
}

/** One ring for each step above "not known"; the words beside it say the same. */
function Meter({ level }: { level: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 38 16" className="mb-1 h-4">
      {[1, 2].map((step) => (
        <circle
          key={step}
          cx={step * 22 - 14}
          cy="8"
          r="6"
          strokeWidth="2"
          className={step <= level ? 'fill-teal stroke-teal' : 'fill-card stroke-input'}
        />
      ))}
    </svg>
  )
}

function countEach(names: string[]): { name: string; times: number }[] {
  return [...new Set(names)].map((name) => ({ name, times: names.filter((other) => other === name).length }))
}
