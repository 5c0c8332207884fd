import type { Term } from '#lib/articles/glossary.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'
import type { Manuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import type { Paragraph } from './prose.ts'

/** One article or standing page with its prose, ready to be judged. */
export type Written = Manuscript & { paragraphs: Paragraph[] }

/** Everything a page may refer to, and the day it is judged on. */
export type Surroundings = {
  records: Map<string, EvidenceRecord>
  /** Every address of the site that a page may link to. */
  addresses: Set<string>
  /** The explained words of each language. */
  glossary: Map<string, Term[]>
  today: string
  isOpen: boolean
}

/** Judges one page and says what is wrong with it; an empty list is approval. */
export type Rule = (written: Written, surroundings: Surroundings) => Problem[]

type Spot = { line: number; excerpt?: string }

/** The problem reporter of one page: a rule says where and what, not which file. */
export function reporterFor({ path }: Manuscript) {
  return {
    fail: (spot: Spot, message: string): Problem => ({ level: 'fail', path, ...spot, message }),
    warn: (spot: Spot, message: string): Problem => ({ level: 'warn', path, ...spot, message }),
  }
}
