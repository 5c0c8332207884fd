import type { Source } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { OutsideLink } from './outside-link.tsx'

export function SourceReference({ locale, source }: { locale: Locale; source: Source }) {
  const { addressToBeConfirmed } = messagesFor(locale).article

  return (
    <>
      {source.url ? <OutsideLink href={source.url}>{source.title}</OutsideLink> : <b>{source.title}</b>}.{' '}
      {[source.publisher, source.published].filter(Boolean).join(', ')}.{!source.url && ` [${addressToBeConfirmed}]`}
    </>
  )
}
