import { expect, test } from 'vitest'
import { checkPassiveVoice, isPassive } from '#lib/editorial/passive-voice.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

test.each([
  'The drug was given by a nurse.',
  'It is sealed.',
  'People are often asked to wait.',
  'It has not been tested.',
  'No dose is agreed on.',
])('"%s" is passive', (text) => {
  expect(isPassive(text)).toBe(true)
})

test.each([
  'A nurse gave the drug.',
  'You are tired.',
  'She is worried about it.',
  'The people were addicted to it.',
  'It is a red box.',
  'The fee is [to be confirmed by the clinic].',
])('"%s" is not', (text) => {
  expect(isPassive(text)).toBe(false)
})

const page = (passive: number, active: number) =>
  ['It was done.', 'We did it.'].map((text, index) => `${text}\n\n`.repeat([passive, active][index] ?? 0)).join('')
const summary = { mainMessage: 'We did it.', keyPoints: ['We did it.', 'We did it.', 'We did it.'] }

test('a tenth of the sentences may be passive', () => {
  expect(judge(checkPassiveVoice, page(2, 14), summary)).toEqual([])
})

test('more than a tenth is a warning that names the lines', () => {
  const [problem] = judge(checkPassiveVoice, page(3, 13), summary)
  expect(problem).toMatchObject({ level: 'warn', excerpt: 'It was done.' })
  expect(problem?.message).toMatch(/15 % of the sentences.*then on lines \d+, \d+/)
})

test('more than a fifth is a problem', () => {
  expect(messagesOf(judge(checkPassiveVoice, page(5, 11), summary))[0]).toMatch(/^fail: 25 %/)
})

test('a few sentences make no share', () => {
  expect(judge(checkPassiveVoice, page(2, 1), summary)).toEqual([])
})
