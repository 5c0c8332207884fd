import { isReadAloud } from './prose.ts'
import { wordsIn } from './reading-level.ts'
import { type Rule, reporterFor } from './rule.ts'

const sentenceWords = { warn: 20, fail: 25 } as const
const paragraphSentences = { warn: 3, fail: 5 } as const

export const checkSentenceLength: Rule = (written) => {
  const report = reporterFor(written)
  const sentences = written.paragraphs.filter(isReadAloud).flatMap((paragraph) => paragraph.sentences)

  return sentences.flatMap(({ text, line }) => {
    const count = wordsIn(text).length
    const message = `This sentence has ${count} words; the limit is ${sentenceWords.fail}. Split it in two.`
    if (count > sentenceWords.fail) return [report.fail({ line, excerpt: text }, message)]
    return count > sentenceWords.warn ? [report.warn({ line, excerpt: text }, message)] : []
  })
}

export const checkParagraphLength: Rule = (written) => {
  const report = reporterFor(written)
  return written.paragraphs.filter(isReadAloud).flatMap(({ sentences, line }) => {
    const count = sentences.length
    const spot = { line, excerpt: sentences[0]?.text ?? '' }
    const message = `This paragraph has ${count} sentences; the limit is ${paragraphSentences.fail}. Split it.`
    if (count > paragraphSentences.fail) return [report.fail(spot, message)]
    return count > paragraphSentences.warn ? [report.warn(spot, message)] : []
  })
}
