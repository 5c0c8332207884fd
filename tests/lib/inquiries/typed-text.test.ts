import { expect, test } from 'vitest'
import { countCharacters, isReadableLine, isReadableText, tidyText } from '#lib/inquiries/typed-text.ts'

test('two ways to type the same letter become one', () => {
  expect(tidyText('Zoe\u0301')).toBe('Zo\u00E9')
})

test('line ends of every system become one', () => {
  expect(tidyText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

test('marks that turn the direction of text are taken out', () => {
  expect(tidyText('\u202A305\u202C \u2066x\u2069')).toBe('305 x')
})

test('half of an emoji becomes a sign that can be stored', () => {
  expect(tidyText('a\uD83D').isWellFormed()).toBe(true)
})

test('a line holds no control characters, a text only line ends and tabs', () => {
  expect([isReadableLine('a\tb'), isReadableText('a\tb\n'), isReadableText('a\u001B')]).toEqual([false, true, false])
})

test('an emoji counts as one character', () => {
  expect(countCharacters('a😀')).toBe(2)
})
