import { expect, test } from 'vitest'
import { retryAfterMs } from '#lib/email/retry-after.ts'

const now = Date.parse('2026-11-21T12:00:00Z')

test.each([
  ['3', 3000],
  ['0', 0],
  ['Sat, 21 Nov 2026 12:00:05 GMT', 5000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %j as %j ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})
