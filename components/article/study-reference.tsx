import { Fragment } from 'react'
import { addressesOf } from '#lib/evidence/address.ts'
import { isKnown } from '#lib/evidence/known-field.ts'
import type { Study } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { OutsideLink } from './outside-link.tsx'

const AUTHORS_MAX = 3

export function StudyReference({ locale, study }: { locale: Locale; study: Study }) {
  const words = messagesFor(locale).article

  return (
    <>
      {isKnown(study, 'authors') && `${shorten(study.authors ?? '', words.andOthers)}. `}
      <b>{study.title}</b>. {placeOf(study)}{' '}
      {isKnown(study, 'participants') && `${words.people}: ${study.participants}. `}
      {isKnown(study, 'funding') ? `${words.funding}: ${study.funding}. ` : `${words.fundingUnknown} `}
      {addressesOf(study).map(({ href, label }) => (
        <Fragment key={href}>
          <OutsideLink href={href}>{label}</OutsideLink>{' '}
        </Fragment>
      ))}
    </>
  )
}

function shorten(authors: string, andOthers: string): string {
  const names = authors.split(', ')
  return names.length > AUTHORS_MAX ? `${names.slice(0, AUTHORS_MAX).join(', ')} ${andOthers}` : authors
}

function placeOf({ journal, volumePages, year }: Study): string {
  if (!journal) return year ? `${year}.` : ''
  return `${journal}. ${volumePages ?? year ?? ''}.`
}
