import { expect, test } from 'vitest'
import { checkParagraphLength, checkSentenceLength } from '#lib/editorial/length.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

const words = (count: number) => `${Array(count).fill('word').join(' ')}.`
const sentences = (count: number) => Array(count).fill('It is so.').join(' ')

test.each([
  [20, []],
  [21, ['warn: This sentence has 21 words; the limit is 25. Split it in two.']],
  [25, ['warn: This sentence has 25 words; the limit is 25. Split it in two.']],
  [26, ['fail: This sentence has 26 words; the limit is 25. Split it in two.']],
])('a sentence of %d words is judged by its length', (count, messages) => {
  expect(messagesOf(judge(checkSentenceLength, words(count)))).toEqual(messages)
})

test.each([
  [3, []],
  [4, ['warn: This paragraph has 4 sentences; the limit is 5. Split it.']],
  [6, ['fail: This paragraph has 6 sentences; the limit is 5. Split it.']],
])('a paragraph of %d sentences is judged by its length', (count, messages) => {
  expect(messagesOf(judge(checkParagraphLength, sentences(count)))).toEqual(messages)
})
