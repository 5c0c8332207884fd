import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekDays } from '#lib/clinic.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { addWorkingMs, workingMsBetween } from '#lib/hours/working-time.ts'

const at = (text: string) => Date.parse(text)
const week = (opens: string, closes: string, days: readonly (typeof weekDays)[number][] = weekDays) => ({
  timeZone: 'America/New_York',
  week: days.map((day) => ({ day, opens, closes })),
})
const office = clinicHours({
  hours: week('09:00', '17:00', ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
  holidays: ['2026-11-26', '2026-12-25'],
})
const aroundTheClock = clinicHours({ hours: week('00:00', '24:00'), holidays: [] })
const nightShift = clinicHours({ hours: week('01:00', '05:00'), holidays: [] })

test.each([
  ['within a day', '2026-11-23T10:00-05:00', '2026-11-23T12:30-05:00', 2.5],
  ['over a night', '2026-11-23T16:00-05:00', '2026-11-24T10:00-05:00', 2],
  ['over a weekend', '2026-11-20T16:00-05:00', '2026-11-23T10:00-05:00', 2],
  ['over a holiday', '2026-11-25T16:00-05:00', '2026-11-27T10:00-05:00', 2],
  ['while shut', '2026-11-21T10:00-05:00', '2026-11-22T10:00-05:00', 0],
  ['over the weekend in which clocks go forward', '2026-03-06T16:00-05:00', '2026-03-09T10:00-04:00', 2],
  ['over the weekend in which clocks go back', '2026-10-30T16:00-04:00', '2026-11-02T10:00-05:00', 2],
  ['backwards', '2026-11-23T12:00-05:00', '2026-11-23T10:00-05:00', 0],
])('counts working time %s', (_, from, to, expected) => {
  expect(workingMsBetween(at(from), at(to), office)).toBe(expected * HOUR_MS)
})

test('the day on which clocks go forward has 23 hours, and the one on which they go back has 25', () => {
  const day = (from: string, to: string) => workingMsBetween(at(from), at(to), aroundTheClock) / HOUR_MS
  expect(day('2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00')).toBe(23)
  expect(day('2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00')).toBe(25)
})

test('a span through the night of the change is as long as that night makes it', () => {
  const night = (from: string, to: string) => workingMsBetween(at(from), at(to), nightShift) / HOUR_MS
  expect(night('2026-03-07T12:00-05:00', '2026-03-08T12:00-04:00')).toBe(3)
  expect(night('2026-10-31T12:00-04:00', '2026-11-01T12:00-05:00')).toBe(5)
})

test.each([
  ['the same day', '2026-11-23T10:00-05:00', 4, '2026-11-23T14:00-05:00'],
  ['the same time of the next working day', '2026-11-23T10:00-05:00', 8, '2026-11-24T10:00-05:00'],
  ['the end of the day, not the beginning of the next', '2026-11-23T09:00-05:00', 8, '2026-11-23T17:00-05:00'],
  ['after the weekend', '2026-11-20T16:30-05:00', 1, '2026-11-23T09:30-05:00'],
  ['after the holiday', '2026-11-25T16:30-05:00', 1, '2026-11-27T09:30-05:00'],
  ['from the night', '2026-11-23T02:00-05:00', 1, '2026-11-23T10:00-05:00'],
  ['after clocks went back', '2026-10-30T16:00-04:00', 8, '2026-11-02T16:00-05:00'],
])('adds working time: %s', (_, from, hours, expected) => {
  expect(addWorkingMs(at(from), hours * HOUR_MS, office)).toBe(at(expected))
})

test('hours that never come are refused, not counted for ever', () => {
  const never = { ...office, week: office.week.map(() => []) }
  expect(() => addWorkingMs(at('2026-11-23T10:00-05:00'), 1, never)).toThrow('never open')
})

const moment = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2029-12-31T00:00Z') })
const amount = fc.integer({ min: 0, max: 200 * HOUR_MS })
const someHours = fc
  .record({
    timeZone: fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'),
    spans: fc.array(
      fc.record({
        day: fc.constantFrom(...weekDays),
        times: fc.uniqueArray(fc.integer({ min: 0, max: 47 }), { minLength: 2, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    holidays: fc.array(fc.integer({ min: 19_800, max: 21_800 }), { maxLength: 10 }),
  })
  .map(({ timeZone, spans, holidays }) =>
    clinicHours({
      hours: {
        timeZone,
        week: spans.map(({ day, times }) => {
          const [opens = '', closes = ''] = times.toSorted((one, other) => one - other).map(halfHourText)
          return { day, opens, closes }
        }),
      },
      holidays: holidays.map((day) => new Date(day * 24 * HOUR_MS).toISOString().slice(0, 10)),
    }),
  )

function halfHourText(halves: number): string {
  return `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 ? '30' : '00'}`
}

test('counting what was added gives what was added, whatever the hours', () => {
  fc.assert(
    fc.property(moment, amount, someHours, (from, ms, hours) => {
      expect(workingMsBetween(from, addWorkingMs(from, ms, hours), hours)).toBe(ms)
    }),
  )
})

test('adding what was counted never passes the moment it was counted to', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 40 * 24 * HOUR_MS }), someHours, (from, ms, hours) => {
      const to = from + ms
      const reached = addWorkingMs(from, workingMsBetween(from, to, hours), hours)
      expect(reached).toBeLessThanOrEqual(to)
      expect(workingMsBetween(reached, to, hours)).toBe(0)
    }),
  )
})

test('more working time ends later, and what began later ends no earlier', () => {
  fc.assert(
    fc.property(moment, amount, amount, someHours, (from, some, more, hours) => {
      const end = addWorkingMs(from, some, hours)
      expect(addWorkingMs(from, some + more, hours)).toBeGreaterThanOrEqual(end)
      expect(addWorkingMs(from + more, some, hours)).toBeGreaterThanOrEqual(end)
    }),
  )
})

test('time is counted the same in one piece as in two', () => {
  fc.assert(
    fc.property(moment, amount, amount, someHours, (from, one, two, hours) => {
      const [middle, end] = [from + one, from + one + two]
      expect(workingMsBetween(from, middle, hours) + workingMsBetween(middle, end, hours)).toBe(
        workingMsBetween(from, end, hours),
      )
    }),
  )
})
