import { expect, test } from 'vitest'
import { TO_BE_CONFIRMED } from '#lib/clinic.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'

const unknown = { phone: null, callerPhone: null, hours: null, retentionDays: null, isOpen: false }
const known = {
  phone: '+1 305 555 0134',
  callerPhone: '+1 305 555 0135',
  hours: { timeZone: 'America/New_York', week: [{ day: 'Monday' as const, opens: '09:00', closes: '17:30' }] },
  retentionDays: 30,
}

test('what nobody has confirmed is never stated', () => {
  expect(new Set(Object.values(contactFacts(unknown)))).toEqual(new Set([TO_BE_CONFIRMED]))
})

test('a clinic that is not open makes no promise about days or about answering', () => {
  const { days, goal } = contactFacts({ ...known, isOpen: false })
  expect([days, goal]).toEqual([TO_BE_CONFIRMED, TO_BE_CONFIRMED])
})

test('an open clinic states its facts', () => {
  expect(contactFacts({ ...known, isOpen: true })).toEqual({
    phone: '+1 305 555 0134',
    callerPhone: '+1 305 555 0135',
    hours: 'Monday 9 am to 5:30 pm (America/New_York)',
    goal: '',
    days: '30',
  })
})
