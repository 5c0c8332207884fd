import { Fragment } from 'react'
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

function placeOf(study: Study): string {
  const [volumePages, year] = (['volumePages', 'year'] as const).map((field) => isKnown(study, field) && study[field])
  if (!isKnown(study, 'journal')) return year ? `${year}.` : ''
  const when = volumePages || year
  return when ? `${study.journal}. ${when}.` : `${study.journal}.`
}

function addressesOf(study: Study) {
  const addresses = [
    isKnown(study, 'doi') && { href: `https://doi.org/${study.doi}`, label: `doi:${study.doi}` },
    isKnown(study, 'pmid') && { href: `https://pubmed.ncbi.nlm.nih.gov/${study.pmid}/`, label: `PubMed ${study.pmid}` },
    isKnown(study, 'registration') &&
      study.registration?.startsWith('NCT') && {
        href: `https://clinicaltrials.gov/study/${study.registration}`,
        label: study.registration,
      },
  ]
  return addresses.filter((address) => typeof address === 'object')
}
