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
