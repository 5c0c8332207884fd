import { expect, test } from 'vitest'
import { addMonths, dateSchema } from '#lib/articles/date.ts'

test('six months after a day is the same day of the month', () => {
  expect(addMonths('2026-11-21', 6)).toBe('2027-05-21')
})

test('six months after 31 August is the last day of February', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
})

test('a day that does not exist is refused', () => {
  expect(dateSchema.safeParse('2026-02-30').success).toBe(false)
})
