import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { expect, test } from 'vitest'
import { form } from '#content/en/form.ts'

const GRADE_MAX = 6
const SENTENCE_WORDS_MAX = 20

const textsIn = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : Object.values(node ?? {}).flatMap(textsIn)
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/).filter((sentence) => /\p{L}/u.test(sentence))
const wordsOf = (sentence: string) => sentence.match(/[\p{L}\d’'@-]+/gu) ?? []

function gradeOf(texts: string[]): number {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

const { titles: _, ...shown } = form

test.each(Object.entries(shown))('the words of "%s" are at grade 6 or below', (_, part) => {
  expect(gradeOf(textsIn(part))).toBeLessThanOrEqual(GRADE_MAX)
})

test('all the problems together are at grade 6 or below', () => {
  expect(gradeOf(Object.values(form.errors))).toBeLessThanOrEqual(GRADE_MAX)
})

test.each(textsIn(shown).flatMap(sentencesOf))('at most 20 words: %s', (sentence) => {
  expect(wordsOf(sentence).length).toBeLessThanOrEqual(SENTENCE_WORDS_MAX)
})

test('a title in the browser history does not give the visitor away', () => {
  expect(Object.values(form.titles).join(' ')).not.toMatch(/ketamine|treatment|addiction|drug|patient|inquiry/i)
})
