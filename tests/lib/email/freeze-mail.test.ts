import { expect, test } from 'vitest'
import { freezeMail } from '#lib/email/freeze-mail.ts'

const envelope = {
  mode: 'full',
  from: 'website@clinic.example',
  to: 'inbox@clinic.example',
  deliveryId: 'one',
} as const
const rendered = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' }

test.each([
  'person@mail.example, evil@mail.example',
  'Person <person@mail.example>',
  'person@mail.example\r\nBcc: evil@mail.example',
  'no address',
])('answers to nobody rather than to %j', (replyTo) => {
  expect(JSON.parse(freezeMail({ ...rendered, replyTo }, envelope))).not.toHaveProperty('replyTo')
})

test('a subject stays one line', () => {
  const frozen = freezeMail({ ...rendered, subject: 'One\u2028two\u0000' }, envelope)
  expect(JSON.parse(frozen).subject).toBe('One two')
})

test('the same mail is frozen to the same bytes', () => {
  expect(freezeMail({ ...rendered }, envelope)).toBe(freezeMail({ ...rendered }, { ...envelope }))
})
