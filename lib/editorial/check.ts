import type { Term } from '#lib/articles/glossary.ts'
import { sectionsOf } from '#lib/articles/heading.ts'
import { missingFacts, readClinic } from '#lib/clinic.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'
import { checkBannedWords, checkRecordWords } from './banned-word.ts'
import { checkCitations, checkFigures } from './citation.ts'
import { checkComponents } from './component.ts'
import { checkFacts, factPrinter } from './fact.ts'
import { checkHeadings } from './heading.ts'
import { checkParagraphLength, checkSentenceLength } from './length.ts'
import { addressOf, checkLinks } from './link.ts'
import type { Manuscript } from './manuscript.ts'
import { checkPairings } from './pairing.ts'
import type { Problem } from './problem.ts'
import { proseOf } from './prose.ts'
import { checkReadingLevel } from './reading-level.ts'
import { checkReviewDate, checkReviewer } from './review.ts'
import type { Rule, Surroundings, Written } from './rule.ts'
import { checkSections } from './section.ts'
import { checkTypedNumbers } from './typed-number.ts'
import { checkUnsourcedClaims } from './unsourced-claim.ts'

const rules: Rule[] = [
  checkReadingLevel,
  checkSentenceLength,
  checkParagraphLength,
  checkCitations,
  checkFacts,
  checkFigures,
  checkTypedNumbers,
  checkUnsourcedClaims,
  checkBannedWords,
  checkPairings,
  checkSections,
  checkReviewDate,
  checkReviewer,
  checkHeadings,
  checkLinks,
  checkComponents,
]

/** Addresses that are not content files; their headings live in components, so any id on them passes. */
const fixedAddresses = ['/', '/articles', '/contact', '/evidence', '/search']

/** The references every article ends with. */
const generatedIds = ['references']

/** Everything wrong with the whole content, page by page and line by line. */
export function checkContent(manuscripts: Manuscript[], today: string): Problem[] {
  const surroundings = surroundingsOf(manuscripts, today)
  const pages = writtenPages(manuscripts, surroundings)
  const problems = [
    ...pages.flatMap((page) => rules.flatMap((rule) => rule(page, surroundings))),
    ...manuscripts.flatMap((manuscript) => checkRecord(manuscript, surroundings)),
    ...manuscripts.flatMap((manuscript) => checkOpening(manuscript)),
  ]
  return problems.toSorted((one, other) => one.path.localeCompare(other.path) || one.line - other.line)
}

/** The articles and standing pages with their prose, facts filled in. */
export function writtenPages(manuscripts: Manuscript[], { records }: Pick<Surroundings, 'records'>): Written[] {
  const printFact = factPrinter(records)
  return manuscripts
    .filter(({ kind }) => kind === 'article' || kind === 'page')
    .map((manuscript) => ({ ...manuscript, paragraphs: proseOf(manuscript, printFact) }))
}

export function surroundingsOf(manuscripts: Manuscript[], today: string): Surroundings {
  const addresses = new Map<string, Set<string> | null>(fixedAddresses.map((address) => [address, null]))
  const records = new Map<string, EvidenceRecord>()
  let isOpen = false
  for (const manuscript of manuscripts) {
    const { kind, slug, data, tree } = manuscript
    if (kind === 'article' || kind === 'page') {
      addresses.set(addressOf(manuscript), new Set([...sectionsOf(tree).map(({ id }) => id), ...generatedIds]))
    }
    if (kind === 'study' && data.verified) addresses.set(`/evidence/${slug}`, null)
    if (kind === 'glossary') addresses.set('/glossary', new Set((data.terms as Term[]).map(({ id }) => id)))
    if (kind === 'study' || kind === 'source') records.set(slug, { type: kind, id: slug, ...data } as EvidenceRecord)
    if (kind === 'clinic') isOpen = data.open === true
  }
  return { records, addresses, today, isOpen }
}

function checkRecord({ slug, path }: Manuscript, { records }: Surroundings): Problem[] {
  const record = path.endsWith('.yaml') ? records.get(slug) : undefined
  return record ? checkRecordWords(record, path) : []
}

/** A clinic that says it is open has nothing left to be confirmed. */
function checkOpening({ kind, path, data, lineOf }: Manuscript): Problem[] {
  if (kind !== 'clinic' || data.open !== true) return []
  return missingFacts(readClinic(data as Parameters<typeof readClinic>[0])).map((fact) => ({
    level: 'fail',
    path,
    line: lineOf(fact),
    message: `The clinic is marked open, but "${fact}" is not known. Fill it in, or set open to false.`,
  }))
}
