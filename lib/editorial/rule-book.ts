import { checkAddress, checkBalance } from './balance.ts'
import { checkBannedWords } from './banned-word.ts'
import { checkChances, checkDenominators } from './chance.ts'
import { checkChunks, checkListLength } from './chunk.ts'
import { checkCitations, checkFigures } from './citation.ts'
import { checkComponents } from './component.ts'
import { checkAttribution, checkChoices, checkSteps } from './decision.ts'
import { checkEmptySections } from './empty.ts'
import { checkFacts } from './fact.ts'
import { checkHeadings } from './heading.ts'
import { checkParagraphLength, checkSentenceLength } from './length.ts'
import { checkLinks } from './link.ts'
import { checkOpioidMedicines } from './opioid.ts'
import { checkPairings } from './pairing.ts'
import { checkPassiveVoice } from './passive-voice.ts'
import { checkReadingLevel } from './reading-level.ts'
import { checkDates, checkFreshness, checkReviewDate, checkReviewer } from './review.ts'
import type { Rule } from './rule.ts'
import { checkSections } from './section.ts'
import { checkFirstUse, checkTerms } from './term.ts'
import { checkTypedNumbers } from './typed-number.ts'
import { checkUnsourcedClaims } from './unsourced-claim.ts'
import { checkAlternatives, checkCues, checkTables } from './visual.ts'

/** Every rule a page is held to, by the name under which the instruments count on it. */
export const rules = {
  'reading-level': checkReadingLevel,
  'sentence-length': checkSentenceLength,
  'paragraph-length': checkParagraphLength,
  'passive-voice': checkPassiveVoice,
  chunks: checkChunks,
  'list-length': checkListLength,
  'empty-sections': checkEmptySections,
  citations: checkCitations,
  attribution: checkAttribution,
  facts: checkFacts,
  figures: checkFigures,
  'typed-numbers': checkTypedNumbers,
  'unsourced-claims': checkUnsourcedClaims,
  'banned-words': checkBannedWords,
  pairings: checkPairings,
  'opioid-medicines': checkOpioidMedicines,
  sections: checkSections,
  choices: checkChoices,
  steps: checkSteps,
  balance: checkBalance,
  address: checkAddress,
  denominators: checkDenominators,
  chances: checkChances,
  terms: checkTerms,
  'first-use': checkFirstUse,
  'review-date': checkReviewDate,
  reviewer: checkReviewer,
  freshness: checkFreshness,
  dates: checkDates,
  headings: checkHeadings,
  links: checkLinks,
  components: checkComponents,
  alternatives: checkAlternatives,
  tables: checkTables,
  cues: checkCues,
} satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
