import { type Certainty, certaintiesOf, PEOPLE_MIN, type Sureness, TRIALS_MIN } from '#lib/evidence/certainty.ts'
import { plainNumber } from '#lib/evidence/fact.ts'
import { studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

const steps = ['not-known', 'very-unsure', 'more-sure'] as const satisfies Sureness[]

/** "How sure can we be?": each drug with its randomized trials, the people in them, and our plain rule below. `href`: where they are listed. */
export function CertaintyOverview({ locale, href }: { locale: Locale; href?: string }) {
  const { evidence, figure } = messagesFor(locale)
  const words = evidence.certainty
  const rows = certaintiesOf(studies())
  const isAnySure = rows.some(({ sureness }) => sureness === 'more-sure')

  return (
    <figure className="rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="mb-4 font-bold leading-snug">{isAnySure ? words.findings.some : words.findings.none}</p>
      <div className="text-sm">
        {rows.map((row) => (
          <CertaintyRow key={row.substance} locale={locale} row={row} />
        ))}
      </div>
      <figcaption className="mt-4 flex flex-col gap-2 text-sm">
        <p>
          <b>{figure.readTitle}</b>{' '}
          {words.rule.replace('{trials}', `${TRIALS_MIN}`).replace('{people}', `${PEOPLE_MIN}`)}
        </p>
        <p className="text-ink-2">
          {words.scope} {href && <a href={href}>{words.link}</a>}
        </p>
      </figcaption>
    </figure>
  )
}

function CertaintyRow({ locale, row }: { locale: Locale; row: Certainty }) {
  const { substances, directions, certainty } = messagesFor(locale).evidence
  const found = countEach(row.directions.map((direction) => directions[direction]))
  const trials = row.trials.length === 1 ? certainty.trials.one : certainty.trials.many

  return (
    <div className="border-t border-line py-3">
      <p className="flex flex-wrap justify-between gap-x-6">
        <b>{substances[row.substance]}</b>
        <span className="flex gap-2">
          <Meter level={steps.indexOf(row.sureness)} />
          {certainty.sureness[row.sureness]}
        </span>
      </p>
      <p>
        {row.trials.length === 0
          ? certainty.noTrials
          : trials.replace('{count}', `${row.trials.length}`).replace('{people}', plainNumber(row.people))}
      </p>
      {found.length > 0 && <p className="text-ink-2">{found.join(' · ')}</p>}
    </div>
  )
}

/** Two dots, filled as far as we are sure; the words beside them say the same. */
function Meter({ level }: { level: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 38 16" width="38" height="24">
      {[1, 2].map((step) => (
        <circle
          key={step}
          cx={step * 20 - 12}
          cy="8"
          r="6"
          strokeWidth="2"
          className={step <= level ? 'fill-teal stroke-teal' : 'fill-card stroke-input'}
        />
      ))}
    </svg>
  )
}

/** "No clear difference: 2", the most frequent first. */
function countEach(names: string[]): string[] {
  return [...new Set(names)]
    .map((name) => ({ name, times: names.filter((other) => other === name).length }))
    .toSorted((one, other) => other.times - one.times)
    .map(({ name, times }) => `${name}: ${times}`)
}
