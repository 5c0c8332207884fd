import { isReadAloud } from './prose.ts'
import { type Rule, reporterFor } from './rule.ts'
import type { Sentence } from './sentence.ts'

/** Shares of the sentences of a page. */
const passiveShare = { warn: 0.1, fail: 0.2 } as const

/** Under this many sentences one passive would be a tenth of the page. */
const SENTENCES_MIN = 10

const BE = "(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't)"
const BETWEEN = '(?:\\s+(?:not|never|also|often|still|only|always|now|then|first|all|both|\\w+ly))*'
const IRREGULAR =
  'given|taken|done|made|found|seen|shown|told|held|kept|left|lost|paid|put|read|said|sent|set|sold|spent|taught|' +
  'thought|understood|written|brought|bought|built|caught|chosen|cut|drawn|driven|eaten|felt|forgotten|fed|grown|' +
  'heard|hidden|hit|led|meant|met|proven|sought|spoken|stolen|thrown|won|withheld|begun|broken|frozen|worn'
/** How someone or something is, not what someone did to it. */
const STATES =
  'tired|interested|worried|scared|addicted|supposed|married|limited|related|mixed|licensed|experienced|depressed|' +
  'confused|ashamed|excited|relaxed|qualified|advanced|complicated|crowded|detailed|unlicensed|untreated|trained|' +
  'hundred|need|indeed|red|bed|closed'
/** A slot like "[to be confirmed]" is not a sentence of ours. */
const BRACKETED = /\[[^\]]*\]/g
const PASSIVE = new RegExp(`\\b${BE}${BETWEEN}\\s+(?!(?:${STATES})\\b)(?:\\w{2,}ed|${IRREGULAR})\\b`, 'i')

/** A form of "be" with a past participle; the few adjectives that look like one are left out. */
export const isPassive = (text: string): boolean => PASSIVE.test(text.replace(BRACKETED, ''))

export function measurePassive(sentences: Pick<Sentence, 'text'>[]): number {
  if (sentences.length === 0) return 0
  return sentences.filter(({ text }) => isPassive(text)).length / sentences.length
}

/** Readers follow who does what; a page where things are done by nobody is hard to act on. */
export const checkPassiveVoice: Rule = (written) => {
  const report = reporterFor(written)
  const sentences = written.paragraphs.filter(isReadAloud).flatMap((paragraph) => paragraph.sentences)
  const share = measurePassive(sentences)
  if (share <= passiveShare.warn || sentences.length < SENTENCES_MIN) return []

  const [first, ...others] = sentences.filter(({ text }) => isPassive(text))
  const lines = [...new Set(others.map(({ line }) => line))].join(', ')
  const message =
    `${percent(share)} of the sentences are passive; the limit is ${percent(passiveShare.fail)}, the aim ` +
    `${percent(passiveShare.warn)}. Say who does it, first here${lines && `, then on lines ${lines}`}.`
  const spot = { line: first?.line ?? 1, excerpt: first?.text ?? '' }
  return [share > passiveShare.fail ? report.fail(spot, message) : report.warn(spot, message)]
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
