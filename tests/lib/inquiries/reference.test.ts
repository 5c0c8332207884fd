import { expect, test } from 'vitest'
import { makeReference, readReference } from '#lib/inquiries/reference.ts'

const many = Array.from({ length: 5000 }, () => makeReference())

test('has no character that passes for another', () => {
  expect(many.join('').replaceAll('KW-', '')).toMatch(/^[2-9AC-HJKMNPQRTV-Y]+$/)
  expect(new Set(many.map((reference) => reference.length))).toEqual(new Set([8]))
})

test('gives away no order: the same reference hardly comes twice in five thousand', () => {
  expect(new Set(many).size).toBeGreaterThan(4990)
})

test('is recognised as people type it', () => {
  expect(readReference(' kw-7f3k2 ')).toBe('KW-7F3K2')
  expect(many.map(readReference)).toEqual(many)
})

test.each(['', 'KW-', 'KW-7F3K', 'KW-7F3K22', 'KW-7F3K0', "KW-7F3K2' or 1=1", 'constructor'])(
  'does not take %j for one',
  (typed) => expect(readReference(typed)).toBeUndefined(),
)
