import { expect, test } from 'vitest'
import { weekOf } from '#lib/inquiries/tally.ts'

test.each([
  ['2026-11-16T00:00:00Z', '2026-11-16'],
  ['2026-11-22T23:59:59Z', '2026-11-16'],
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2027-01-01T12:00:00Z', '2026-12-28'],
])('%s belongs to the week of Monday %s', (at, week) => {
  expect(weekOf(Date.parse(at))).toBe(week)
})
