import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#lib/duration.ts'
import { clockOf } from '#lib/inbox/clock.ts'
import { officeHours, MONDAY_AT_TEN as TEN } from '#tests/support/hours.ts'

const waiting = { receivedAt: TEN, amberAt: TEN + 4 * HOUR_MS, dueAt: TEN + DAY_MS, answeredAt: null, closedAt: null }
const clockAt = (now: number, changes: Partial<typeof waiting> | Record<string, number> = {}) =>
  clockOf({ ...waiting, ...changes }, now, officeHours)

test.each([
  ['fresh', TEN + HOUR_MS, HOUR_MS, 0],
  ['fresh', TEN + 4 * HOUR_MS - 1, 4 * HOUR_MS - 1, 0],
  ['half', TEN + 4 * HOUR_MS, 4 * HOUR_MS, 0],
  ['half', TEN + 12 * HOUR_MS, 7 * HOUR_MS, 0],
  ['late', TEN + DAY_MS, 8 * HOUR_MS, 0],
  ['late', TEN + DAY_MS + 2 * HOUR_MS, 10 * HOUR_MS, 2 * HOUR_MS],
])('it is %s in its time, and only hours in which somebody answers count', (stage, now, waitedMs, lateMs) => {
  expect(clockAt(now)).toEqual({ stage, waitedMs, lateMs })
})

test('a first answer stops it, even a late one', () => {
  expect(clockAt(TEN + 5 * DAY_MS, { answeredAt: TEN + 3 * HOUR_MS })).toEqual({
    stage: 'answered',
    waitedMs: 3 * HOUR_MS,
    lateMs: 0,
  })
})

test('closing without an answer stops it too', () => {
  expect(clockAt(TEN + 5 * DAY_MS, { closedAt: TEN + HOUR_MS })).toMatchObject({ stage: 'closed', waitedMs: HOUR_MS })
})

test('one whose due time is not counted yet is fresh', () => {
  expect(clockOf({ ...waiting, amberAt: null, dueAt: null }, TEN + DAY_MS, officeHours)).toMatchObject({
    stage: 'fresh',
  })
})
