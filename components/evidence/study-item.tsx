import { directionOf } from '#lib/evidence/direction.ts'
import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** A study in a list: its name, its sort and size, and which way it points. */
export function StudyItem({ locale, study }: { locale: Locale; study: Study }) {
  const { kinds, directions, people } = messagesFor(locale).evidence
  const direction = directionOf(study)
  const size = isKnown(study, 'participants') && people.many.replace('{count}', `${study.participants}`)

  return (
    <li className="border-t border-line py-3">
      <a href={pathFor(locale, `/evidence/${study.id}`)} className="font-bold">
        {study.shortName}
      </a>
      <p className="text-sm text-ink-2">{[kinds[study.kind], size].filter(Boolean).join('. ')}.</p>
      {direction && <p className="text-sm">{directions[direction]}</p>}
    </li>
  )
}
