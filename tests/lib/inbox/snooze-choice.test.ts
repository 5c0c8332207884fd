import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#lib/duration.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { snoozeChoices } from '#lib/inbox/snooze-choice.ts'
import { MONDAY_AT_TEN, officeHours } from '#tests/support/hours.ts'

const textsOf = (times: number[]) => times.map((at) => new Date(at).toISOString())

test('it comes back when the clinic opens, and each time is offered once', () => {
  const friday = MONDAY_AT_TEN + 4 * DAY_MS
  expect(textsOf(snoozeChoices(friday, officeHours))).toEqual([
    '2026-11-30T14:00:00.000Z',
    '2026-12-04T14:00:00.000Z',
    '2026-12-11T14:00:00.000Z',
    '2026-12-28T14:00:00.000Z',
  ])
})

test('every time offered is still to come, and within two months', () => {
  for (let hour = 0; hour < 24 * 8; hour += 1) {
    const now = MONDAY_AT_TEN + hour * HOUR_MS
    for (const at of snoozeChoices(now, officeHours)) {
      expect(at).toBeGreaterThan(now)
      expect(at - now).toBeLessThan(60 * DAY_MS)
    }
  }
})

test('a holiday is passed over', () => {
  const hours = clinicHours({
    hours: { timeZone: 'America/New_York', week: [{ day: 'Tuesday', opens: '10:30', closes: '12:00' }] },
    holidays: ['2026-11-24'],
  })
  expect(textsOf(snoozeChoices(MONDAY_AT_TEN, hours))[0]).toBe('2026-12-01T15:30:00.000Z')
})
