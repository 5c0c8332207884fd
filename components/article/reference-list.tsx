import { findRecord } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { SourceReference } from './source-reference.tsx'
import { StudyReference } from './study-reference.tsx'

/** What the page cites, numbered as the text numbers it. */
export function ReferenceList({ locale, citations }: { locale: Locale; citations: string[] }) {
  const words = messagesFor(locale).article
  if (citations.length === 0) return null

  return (
    <section aria-labelledby="page-references">
      <h2 id="page-references">{words.references}</h2>
      <ol className="references mt-4 text-sm">
        {citations.map((id, index) => (
          <li key={id} id={`ref-${index + 1}`}>
            <Reference locale={locale} id={id} />{' '}
            <a href={`#cite-${index + 1}`} aria-label={words.backToText}>
              ↑
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Reference({ locale, id }: { locale: Locale; id: string }) {
  const record = findRecord(id)
  if (!record) throw new Error(`A citation names "${id}", which no record holds.`)
  return record.type === 'study' ? (
    <StudyReference locale={locale} study={record} isBrief />
  ) : (
    <SourceReference locale={locale} source={record} />
  )
}
