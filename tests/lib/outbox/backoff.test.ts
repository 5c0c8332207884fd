import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/duration.ts'
import { DELAY_MS_MAX, retryDelayMs } from '#lib/outbox/backoff.ts'

const longest = () => 1

test('doubles the longest wait after each further failure', () => {
  expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, longest))).toEqual([2000, 4000, 8000, 16_000])
})

test('never waits longer than ten minutes, however often it failed and whatever is asked', () => {
  expect(retryDelayMs(5000, longest)).toBe(10 * MINUTE_MS)
  expect(retryDelayMs(1, longest, 86_400_000)).toBe(10 * MINUTE_MS)
})

test('never comes back sooner than the provider asks', () => {
  expect(retryDelayMs(1, () => 0, 3000)).toBe(3000)
})

test('any wait is a whole number of milliseconds within its bounds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const delay = retryDelayMs(failures, () => chance)
      expect(Number.isInteger(delay) && delay >= 0 && delay <= DELAY_MS_MAX).toBe(true)
    }),
  )
})
