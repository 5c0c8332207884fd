import { fleschKincaid } from 'flesch-kincaid'
import { smogFormula } from 'smog-formula'
import { syllable } from 'syllable'
import { isPlainTerm } from './plain-term.ts'
import { isReadAloud, type Paragraph } from './prose.ts'
import { type Rule, reporterFor } from './rule.ts'
import type { Sentence } from './sentence.ts'

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu
const SYLLABLES_OF_LONG_WORD = 3
const SYLLABLES_OF_PLAIN_TERM = 2
const HARDEST_SHOWN = 3

export type ReadingLevel = {
  words: number
  sentences: number
  fleschKincaid: number
  smog: number
  adjusted: number
}

/** SMOG runs about three grades above Flesch-Kincaid on the same leaflets (jmla 262), so each has its own limits. */
export const gradeLimits = {
  fleschKincaid: { name: 'Flesch-Kincaid grade', warn: 6.5, fail: 8 },
  smog: { name: 'SMOG grade', warn: 8.5, fail: 10 },
  adjusted: { name: 'Flesch-Kincaid grade without the words of our subject', warn: 5.5, fail: 6.5 },
} as const

export const wordsIn = (text: string): string[] => text.match(WORD) ?? []

/** The school grade a text asks for; a sentence in a list counts like any other. */
export function measureReading(sentences: Pick<Sentence, 'text'>[]): ReadingLevel {
  const words = sentences.flatMap(({ text }) => wordsIn(text))
  if (words.length === 0) return { words: 0, sentences: 0, fleschKincaid: 0, smog: 0, adjusted: 0 }

  const syllables = words.map(syllablesIn)
  const adjusted = words.map((word, index) =>
    isPlainTerm(word) ? Math.min(SYLLABLES_OF_PLAIN_TERM, syllables[index] ?? 1) : (syllables[index] ?? 1),
  )
  const [sentence, word] = [sentences.length, words.length]
  const polysillabicWord = syllables.filter((count) => count >= SYLLABLES_OF_LONG_WORD).length
  return {
    words: word,
    sentences: sentence,
    fleschKincaid: fleschKincaid({ sentence, word, syllable: sumOf(syllables) }),
    smog: smogFormula({ sentence, polysillabicWord }),
    adjusted: fleschKincaid({ sentence, word, syllable: sumOf(adjusted) }),
  }
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)

const counted = new Map<string, number>()

/** Remembered, because counting took half the time of a check (4.3 of 8.5 s at 1,000 articles). */
function syllablesIn(word: string): number {
  const known = counted.get(word)
  if (known !== undefined) return known

  const count = Math.max(syllable(word), 1)
  counted.set(word, count)
  return count
}

export function measurePage(paragraphs: Paragraph[]): ReadingLevel {
  return measureReading(sentencesReadAloud(paragraphs))
}

export const checkReadingLevel: Rule = (written) => {
  const report = reporterFor(written)
  const sentences = sentencesReadAloud(written.paragraphs)
  const level = measureReading(sentences)

  return (['fleschKincaid', 'smog', 'adjusted'] as const).flatMap((measure) => {
    const { name, warn, fail } = gradeLimits[measure]
    const grade = level[measure]
    if (grade <= warn) return []

    const [hardest, ...next] = hardestBy(measure, sentences)
    if (!hardest) return []
    const lines = next.map(({ line }) => line).join(' and ')
    const message =
      `The page reads at ${name} ${grade.toFixed(1)}; the limit is ${fail}, the aim ${warn}. ` +
      `Use shorter words and sentences, first here${lines && ` and on lines ${lines}`}.`
    const spot = { line: hardest.line, excerpt: hardest.text }
    return [grade > fail ? report.fail(spot, message) : report.warn(spot, message)]
  })
}

const sentencesReadAloud = (paragraphs: Paragraph[]) =>
  paragraphs.filter(isReadAloud).flatMap(({ sentences }) => sentences)

function hardestBy(measure: keyof typeof gradeLimits, sentences: Sentence[]): Sentence[] {
  return sentences
    .map((sentence) => ({ sentence, grade: measureReading([sentence])[measure] }))
    .sort((one, other) => other.grade - one.grade)
    .slice(0, HARDEST_SHOWN)
    .map(({ sentence }) => sentence)
}
