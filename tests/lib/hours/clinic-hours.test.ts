import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { clinicHours, fingerprintOfHours, workingDayMs } from '#lib/hours/clinic-hours.ts'

const hours = {
  timeZone: 'America/Chicago',
  week: [
    { day: 'Monday' as const, opens: '13:00', closes: '17:00' },
    { day: 'Monday' as const, opens: '09:00', closes: '12:00' },
    { day: 'Saturday' as const, opens: '10:00', closes: '13:00' },
  ],
}

test('hours nobody confirmed are Monday to Friday from 9 to 5 in New York, and say so', () => {
  const standIn = clinicHours({ hours: null, holidays: null })
  expect(standIn).toMatchObject({ timeZone: 'America/New_York', isConfirmed: false })
  expect(standIn.week.map((spans) => spans.length)).toEqual([0, 1, 1, 1, 1, 1, 0])
  expect(workingDayMs(standIn)).toBe(8 * HOUR_MS)
})

test('confirmed hours without confirmed holidays are not confirmed', () => {
  expect(clinicHours({ hours, holidays: null }).isConfirmed).toBe(false)
  expect(clinicHours({ hours, holidays: [] }).isConfirmed).toBe(true)
})

test('the spans of a day are put in order', () => {
  expect(clinicHours({ hours, holidays: [] }).week[1]).toEqual([
    { opens: 540, closes: 720 },
    { opens: 780, closes: 1020 },
  ])
})

test('a working day is the average of the open days', () => {
  expect(workingDayMs(clinicHours({ hours, holidays: [] }))).toBe(5 * HOUR_MS)
})

test('hours have another fingerprint when anything about them changed, and only then', () => {
  const fingerprint = fingerprintOfHours(clinicHours({ hours, holidays: ['2026-12-25', '2026-11-26'] }))
  expect(fingerprintOfHours(clinicHours({ hours, holidays: ['2026-11-26', '2026-12-25'] }))).toBe(fingerprint)
  expect(fingerprintOfHours(clinicHours({ hours, holidays: ['2026-12-25'] }))).not.toBe(fingerprint)
  expect(fingerprintOfHours(clinicHours({ hours: { ...hours, timeZone: 'America/Denver' }, holidays: [] }))).not.toBe(
    fingerprintOfHours(clinicHours({ hours, holidays: [] })),
  )
})
