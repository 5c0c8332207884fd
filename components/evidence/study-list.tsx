import type { Study } from '#lib/evidence/library.ts'
import { substanceOf, substances } from '#lib/evidence/substance.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { StudyItem } from './study-item.tsx'

/** Citable studies by what people used, newest first. */
export function StudyList({ locale, studies }: { locale: Locale; studies: Study[] }) {
  const words = messagesFor(locale).evidence
  const newestFirst = studies.toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0))

  return substances.map((substance) => {
    const group = newestFirst.filter((study) => substanceOf(study) === substance)
    if (group.length === 0) return null

    return (
      <section key={substance} aria-labelledby={substance}>
        <h2 id={substance} className="mb-4">
          {words.substances[substance]}
        </h2>
        <ul className="border-b border-line gap-x-6 sm:grid sm:grid-cols-2">
          {group.map((study) => (
            <StudyItem key={study.id} locale={locale} study={study} />
          ))}
        </ul>
      </section>
    )
  })
}
