import { paragraphsOf, sectionIn } from './part.ts'
import { isReadAloud, type Paragraph } from './prose.ts'
import { wordsIn } from './reading-level.ts'
import { type Rule, reporterFor, type Written } from './rule.ts'

const benefitsToRisks = { min: 0.5, max: 2 } as const
const YOU_PER_HUNDRED_WORDS_MIN = 1
/** On a shorter page one sentence more or less would decide. */
const WORDS_MIN = 150
const YOU = /^(?:you|your|yours|yourself|you['’]\w+)$/i

const benefitSections = ['what-studies-found']
const riskSections = ['risks', 'who-should-not']

/** Benefits and risks get about the same room. */
export const checkBalance: Rule = (written) => {
  const [benefits, risks] = [wordsUnder(written, benefitSections), wordsUnder(written, riskSections)]
  if (benefits === 0 || risks === 0) return []

  const ratio = benefits / risks
  if (ratio >= benefitsToRisks.min && ratio <= benefitsToRisks.max) return []
  const [longer, shorter] = ratio > 1 ? ['what studies found', 'the risks'] : ['the risks', 'what studies found']
  const message =
    `${benefits} words tell what studies found, ${risks} tell the risks and who should not have it. ` +
    `Neither should get more than twice the room: say less of ${longer}, or more of ${shorter}.`
  return [reporterFor(written).warn({ line: sectionIn(written.tree, 'risks')?.line ?? 1 }, message)]
}

function wordsUnder(written: Written, ids: string[]): number {
  const sections = ids.flatMap((id) => sectionIn(written.tree, id) ?? [])
  return wordsOf(sections.flatMap((section) => paragraphsOf(section, written.paragraphs))).length
}

/** A page speaks to its reader. */
export const checkAddress: Rule = (written) => {
  const words = wordsOf(written.paragraphs.filter(isReadAloud))
  if (words.length < WORDS_MIN) return []

  const count = words.filter((word) => YOU.test(word)).length
  const perHundred = (100 * count) / words.length
  if (perHundred >= YOU_PER_HUNDRED_WORDS_MIN) return []
  const message =
    `"You" or "your" stands here ${perHundred.toFixed(1)} times in 100 words; the aim is ` +
    `${YOU_PER_HUNDRED_WORDS_MIN} or more. Speak to the reader: "Ask your doctor", not "Patients should ask".`
  return [reporterFor(written).warn({ line: 1 }, message)]
}

const wordsOf = (paragraphs: Paragraph[]) =>
  paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ text }) => wordsIn(text)))
