import { doubtsOf } from '#lib/evidence/doubt.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

/** Studies we know of and do not rely on, each with what we could not check. */
export function UncheckedStudies({ locale, studies }: { locale: Locale; studies: Study[] }) {
  const { unchecked, doubts } = messagesFor(locale).evidence
  if (studies.length === 0) return null

  return (
    <section aria-labelledby="unchecked" className="rounded-box bg-sand p-4 sm:p-6 print:border">
      <h2 id="unchecked" className="font-text text-h3 font-bold">
        {unchecked.title}
      </h2>
      <p className="mt-2">{unchecked.text}</p>
      <ul className="mt-4 flex flex-col gap-3 text-sm">
        {studies.map((study) => (
          <li key={study.id}>
            <b>{study.shortName}</b>. {unchecked.missing}{' '}
            {doubtsOf(study)
              .map((doubt) => doubts[doubt])
              .join(', ')}
            .
          </li>
        ))}
      </ul>
    </section>
  )
}
