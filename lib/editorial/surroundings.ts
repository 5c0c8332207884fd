import type { Term } from '#lib/articles/glossary.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'
import { addressOf } from './link.ts'
import type { Manuscript } from './manuscript.ts'
import type { Surroundings } from './rule.ts'

/** Addresses that are not content files. */
const fixedAddresses = ['/', '/articles', '/contact', '/evidence', '/glossary', '/search', '/feed.xml']

/** What pages are judged against; of pages only their address counts here, so that none need be read first. */
export function surroundingsOf(
  pages: Pick<Manuscript, 'kind' | 'slug'>[],
  manuscripts: Manuscript[],
  today: string,
): Surroundings {
  const addresses = new Set([...fixedAddresses, ...pages.map(addressOf)])
  const records = new Map<string, EvidenceRecord>()
  const glossary = new Map<string, Term[]>()
  let isOpen = false
  for (const { kind, slug, locale, data } of manuscripts) {
    if (kind === 'study' || kind === 'source') records.set(slug, { type: kind, id: slug, ...data } as EvidenceRecord)
    if (kind === 'study') for (const address of evidenceAddresses(slug, data)) addresses.add(address)
    if (kind === 'glossary') glossary.set(locale ?? '', data.terms as Term[])
    if (kind === 'clinic') isOpen = data.open === true
  }
  return { records, addresses, glossary, today, isOpen }
}

/** A study has its own page, and stands in the list of its substance. */
const evidenceAddresses = (slug: string, { substance }: Manuscript['data']) => [
  `/evidence/${slug}`,
  `/evidence/${String(substance).toLowerCase()}`,
]

/** The places on the glossary page that a link may name. */
export const termIds = ({ glossary }: Pick<Surroundings, 'glossary'>): string[] =>
  [...glossary.values()].flat().map(({ id }) => id)
