import { isKnown } from './known-field.ts'
import type { Study } from './schema.ts'

/** Where a study can be read, the most lasting address first. */
export function addressesOf(study: Study): { href: string; label: string }[] {
  const known = (field: 'doi' | 'pmid' | 'registration') => (isKnown(study, field) ? study[field] : undefined)
  const [doi, pmid, registration] = [known('doi'), known('pmid'), known('registration')]

  return [
    doi && { href: `https://doi.org/${doi}`, label: `doi:${doi}` },
    pmid && { href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, label: `PubMed ${pmid}` },
    registration?.startsWith('NCT') && {
      href: `https://clinicaltrials.gov/study/${registration}`,
      label: registration,
    },
  ].filter((address) => typeof address === 'object' && address !== null)
}
