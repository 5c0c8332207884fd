import type { CreativeWork, MedicalWebPage, ScholarlyArticle } from 'schema-dts'
import type { Article, Page } from '#lib/articles/library.ts'
import { addressesOf } from '#lib/evidence/address.ts'
import { findRecord } from '#lib/evidence/library.ts'
import type { Locale } from '#lib/locale.ts'
import { addressOf } from './address.ts'
import { publisher } from './medical-clinic.ts'

/** A page as machines read it; it is called reviewed only when a clinician has checked it. */
export function medicalWebPageOf(locale: Locale, page: Article | Page): MedicalWebPage {
  return {
    '@type': 'MedicalWebPage',
    url: addressOf(locale, page.path),
    name: page.title,
    description: page.description,
    inLanguage: locale,
    ...('publishedOn' in page && { datePublished: page.publishedOn }),
    dateModified: page.updatedOn,
    ...(page.reviewedBy &&
      page.reviewedOn && { lastReviewed: page.reviewedOn, reviewedBy: { '@type': 'Person', name: page.reviewedBy } }),
    publisher: publisher(),
    ...(page.citations.length > 0 && { citation: page.citations.map(citedWorkOf) }),
  }
}

function citedWorkOf(id: string): CreativeWork | ScholarlyArticle {
  const record = findRecord(id)
  if (!record) throw new Error(`A citation names "${id}", which no record holds.`)
  if (record.type === 'source')
    return { '@type': 'CreativeWork', name: record.title, ...(record.url && { url: record.url }) }

  const [address] = addressesOf(record)
  const work = { name: record.title ?? record.shortName, ...(address && { url: address.href }) }
  return record.doi ? { '@type': 'ScholarlyArticle', ...work } : { '@type': 'CreativeWork', ...work }
}
