import { expect, test } from 'vitest'
import { perHundred } from '#lib/evidence/per-hundred.ts'

test.each([
  [73, 111, 66],
  [0, 10, 0],
  [10, 10, 100],
])('%d of %d people is %d of 100', (events, total, expected) => {
  expect(perHundred({ events, total })).toBe(expected)
})
