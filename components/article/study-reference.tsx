import { Fragment } from 'react'
import { addressesOf } from '#lib/evidence/address.ts'
import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { ReferenceTitle } from './reference-title.tsx'

const AUTHORS_MAX = 3

type Props = {
  locale: Locale
  study: Study
  /** In a list of many, the first author and the year are enough to find a study again. */
  isBrief?: boolean
}

export function StudyReference({ locale, study, isBrief = false }: Props) {
  const words = messagesFor(locale).article
  const [address, ...otherAddresses] = addressesOf(study)
  const authorsMax = isBrief ? 1 : AUTHORS_MAX

  return (
    <>
      {isKnown(study, 'authors') && `${shorten(study.authors ?? '', authorsMax, words.andOthers)}. `}
      <ReferenceTitle title={study.title ?? study.shortName} url={address?.href} /> {placeOf(study, isBrief)}{' '}
      {isKnown(study, 'participants') && `${words.people}: ${study.participants}. `}
      {isKnown(study, 'funding') ? `${words.funding}: ${study.funding}. ` : `${words.fundingUnknown} `}
      {otherAddresses.map(({ href, label }) => (
        <Fragment key={href}>
          <a href={href}>{label}</a>{' '}
        </Fragment>
      ))}
    </>
  )
}

function shorten(authors: string, authorsMax: number, andOthers: string): string {
  const names = authors.split(', ')
  return names.length > authorsMax ? `${names.slice(0, authorsMax).join(', ')} ${andOthers}` : authors
}

function placeOf(study: Study, isBrief: boolean): string {
  const known = (field: 'journal' | 'volumePages' | 'year') => (isKnown(study, field) ? study[field] : undefined)
  const issue = isBrief ? known('year') : (known('volumePages') ?? known('year'))
  return [known('journal'), issue].flatMap((part) => (part ? [`${part}.`] : [])).join(' ')
}
