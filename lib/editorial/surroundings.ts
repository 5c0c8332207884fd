import type { Term } from '#lib/articles/glossary.ts'
import { choiceParts } from '#lib/evidence/filter.ts'
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
    if (kind === 'study' && data.verified) addresses.add(`/evidence/${slug}`)
    if (kind === 'glossary') glossary.set(locale ?? '', data.terms as Term[])
    if (kind === 'clinic') isOpen = data.open === true
  }
  const studies = [...records.values()].filter((record) => record.type === 'study')
  for (const choice of choiceParts(studies)) addresses.add(`/evidence/on/${choice.join('/')}`)
  return { records, addresses, glossary, today, isOpen }
}

/** The places on the glossary page that a link may name. */
export const termIds = ({ glossary }: Pick<Surroundings, 'glossary'>): string[] =>
  [...glossary.values()].flat().map(({ id }) => id)
