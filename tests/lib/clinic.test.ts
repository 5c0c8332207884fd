import { expect, test } from 'vitest'
import { clinicSchema, missingFacts, readClinic } from '#lib/clinic.ts'
import { clinicFields } from '#tests/support/manuscript.ts'

const confirmed = { value: '+19545550100', confirmedBy: 'The owner', confirmedOn: '2026-11-21' }
const clinicWith = (changed: Record<string, unknown>) => readClinic(clinicSchema.parse({ ...clinicFields, ...changed }))

test('a confirmed fact is given as its value', () => {
  expect(clinicWith({ phone: confirmed }).phone).toBe('+19545550100')
})

test('a fact nobody has confirmed is null, and named as missing', () => {
  const clinic = clinicWith({ phone: confirmed })
  expect(clinic.address).toBeNull()
  expect(missingFacts(clinic)).toContain('address')
  expect(missingFacts(clinic)).not.toContain('phone')
})

test('a clinic without people lacks its people', () => {
  expect(missingFacts(clinicWith({}))).toContain('people')
})

test('a fact without the person who confirmed it is refused', () => {
  expect(clinicSchema.safeParse({ ...clinicFields, phone: { ...confirmed, confirmedBy: null } }).success).toBe(false)
})

const hoursOf = (week: unknown, timeZone = 'America/New_York') =>
  clinicSchema.safeParse({ ...clinicFields, hours: { ...confirmed, value: { timeZone, week } } })

test('a day may have a break: two spans', () => {
  const week = [
    { day: 'Monday', opens: '09:00', closes: '12:00' },
    { day: 'Monday', opens: '13:00', closes: '17:30' },
  ]
  expect(hoursOf(week).success).toBe(true)
})

test.each([
  ['a day that is none', [{ day: 'Weekdays', opens: '09:00', closes: '17:00' }], undefined],
  ['a time in words', [{ day: 'Monday', opens: '9 am', closes: '5 pm' }], undefined],
  ['a closing time before the opening time', [{ day: 'Monday', opens: '17:00', closes: '09:00' }], undefined],
  ['a week without hours', [], undefined],
  ['a time zone nobody knows', [{ day: 'Monday', opens: '09:00', closes: '17:00' }], 'Florida'],
])('%s is refused', (_, week, timeZone) => {
  expect(hoursOf(week, timeZone).success).toBe(false)
})
