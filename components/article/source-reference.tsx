import type { Source } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { ReferenceTitle } from './reference-title.tsx'

export function SourceReference({ locale, source }: { locale: Locale; source: Source }) {
  const { addressToBeConfirmed } = messagesFor(locale).article

  return (
    <>
      <ReferenceTitle title={source.title} url={source.url} />{' '}
      {[source.publisher, source.published].filter(Boolean).join(', ')}.{!source.url && ` [${addressToBeConfirmed}]`}
    </>
  )
}
