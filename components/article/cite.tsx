import { findRecord } from '#lib/evidence/library.ts'

type Props = { id: string; citations: string[]; label: string; anchorFor: (id: string) => string | undefined }

/** The small numbers after a claim, each a link to its place in the reference list. */
export function Cite({ id, citations, label, anchorFor }: Props) {
  return (
    <sup className="text-[0.75em] leading-none">
      {id.split(/\s+/).map((recordId, index) => (
        <span key={recordId}>
          {index > 0 && ', '}
          <a
            id={anchorFor(recordId)}
            href={`#ref-${recordId}`}
            aria-label={`${label} ${citations.indexOf(recordId) + 1}: ${nameOf(recordId)}`}
            className="px-0.5 no-underline hover:underline"
          >
            {citations.indexOf(recordId) + 1}
          </a>
        </span>
      ))}
    </sup>
  )
}

function nameOf(id: string): string {
  const record = findRecord(id)
  if (!record) throw new Error(`A citation names "${id}", which no record holds.`)
  return record.type === 'study' ? record.shortName : record.title
}
