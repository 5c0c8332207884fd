import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

/** The order a reader asks in: what, who, where, how, how much, against what, how long. */
const facts = [
  ['primaryOutcome', 'question'],
  ['population', 'who'],
  ['participants', 'people'],
  ['analyzed', 'analyzed'],
  ['country', 'country'],
  ['design', 'design'],
  ['blinding', 'blinding'],
  ['dose', 'dose'],
  ['route', 'route'],
  ['sessions', 'sessions'],
  ['alongside', 'alongside'],
  ['comparison', 'comparison'],
  ['followUp', 'followUp'],
  ['registration', 'registration'],
] as const satisfies [keyof Study, string][]

/** What the record knows; a fact nobody has seen has no row. */
export function StudyFacts({ locale, study }: { locale: Locale; study: Study }) {
  const words = messagesFor(locale).evidence.study
  const known = facts.filter(([field]) => isKnown(study, field))
  if (known.length === 0) return null

  return (
    <section aria-labelledby="facts" className="rounded-box bg-teal-tint p-4 sm:p-6 print:border">
      <h2 id="facts" className="font-text text-h3 font-bold">
        {words.facts}
      </h2>
      <dl className="mt-3 flex flex-col gap-2 text-sm">
        {known.map(([field, word]) => (
          <div key={field} className="gap-x-6 sm:grid sm:grid-cols-[12rem_1fr]">
            <dt className="text-ink-2">{words[word]}</dt>
            <dd className="min-w-0">{study[field]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
