import { expect, test } from 'vitest'
import { clinic } from '#lib/clinic.ts'
import { medicalClinicOf } from '#lib/seo/medical-clinic.ts'

const known = {
  ...clinic(),
  isOpen: true,
  phone: '+13055550134',
  address: '1 Example Street, Town, FL 33101',
  hours: {
    timeZone: 'America/New_York',
    week: [{ day: 'Monday' as const, opens: '09:00', closes: '17:00' }],
  },
}
const unknown = { ...clinic(), isOpen: false, phone: null, address: null, hours: null }

test('a fact nobody has confirmed is not stated', () => {
  expect(Object.keys(medicalClinicOf(unknown)).toSorted()).toEqual([
    '@id',
    '@type',
    'isAcceptingNewPatients',
    'name',
    'url',
  ])
  expect(JSON.stringify(medicalClinicOf(unknown))).not.toMatch(/null|confirmed/)
})

test('a clinic that is not open takes no new patients', () => {
  expect(medicalClinicOf(unknown)).toMatchObject({ isAcceptingNewPatients: false })
})

test('confirmed facts are stated as they are', () => {
  expect(medicalClinicOf(known)).toMatchObject({
    '@type': 'MedicalClinic',
    isAcceptingNewPatients: true,
    telephone: '+13055550134',
    address: '1 Example Street, Town, FL 33101',
  })
})

test('opening hours are stated day by day', () => {
  expect(medicalClinicOf(known)).toMatchObject({
    openingHoursSpecification: [
      { '@type': 'OpeningHoursSpecification', dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' },
    ],
  })
})
