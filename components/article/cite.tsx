import { Fragment } from 'react'

type Props = {
  id: string
  label: string
  numberOf: (id: string) => number
  /** The place a reference links back to; only the first mention has one. */
  anchorFor: (id: string) => string | undefined
}

/** The small numbers after a claim, each a link to its place in the reference list. */
export function Cite({ id, label, numberOf, anchorFor }: Props) {
  return (
    <sup>
      {id.split(/\s+/).map((recordId, index) => (
        <Fragment key={recordId}>
          {index > 0 && ','}
          <a id={anchorFor(recordId)} href={`#ref-${numberOf(recordId)}`} aria-label={`${label} ${numberOf(recordId)}`}>
            {numberOf(recordId)}
          </a>
        </Fragment>
      ))}
    </sup>
  )
}
