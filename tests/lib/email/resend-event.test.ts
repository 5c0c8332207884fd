import { expect, test } from 'vitest'
import { readResendEvent } from '#lib/email/resend-event.ts'

const SENT_AT = Date.parse('2026-11-22T12:00:00Z')
const readType = (type: string) => readResendEvent({ type, created_at: '2026-11-22T11:59:00Z', data: {} }, SENT_AT)

test.each([
  ['email.sent', undefined],
  ['email.delivered', 'delivered'],
  ['email.delivery_delayed', 'delayed'],
  ['email.bounced', 'bounced'],
  ['email.complained', 'complained'],
  ['email.suppressed', 'suppressed'],
  ['email.failed', 'failed'],
])('%s says that the mail was taken, and what became of it: %s', (type, fate) => {
  expect(readType(type)).toMatchObject({ type, provesTaken: true, ...(fate && { fate }) })
  expect(readType(type)?.fate).toBe(fate)
})

test.each(['email.opened', 'email.scheduled', 'domain.updated', 'constructor', 'something.new'])(
  '%s says nothing about a mail',
  (type) => expect(readType(type)).toEqual({ type, createdAt: SENT_AT - 60_000, provesTaken: false }),
)

test('a type that is no name is not kept as it is', () => {
  expect(readType('<b>')).toMatchObject({ type: 'unknown', provesTaken: false })
})

test.each([
  [{ delivery: 'd', other: 'x' }],
  [
    [
      { name: 'other', value: 'x' },
      { name: 'delivery', value: 'd' },
    ],
  ],
])('finds our tag however tags are written', (tags) => {
  expect(readResendEvent({ type: 'email.sent', data: { tags } }, SENT_AT)).toMatchObject({ deliveryId: 'd' })
})

test('where it does not say when, the time it was signed stands in', () => {
  expect(readResendEvent({ type: 'email.sent', created_at: 'soon' }, SENT_AT)).toMatchObject({ createdAt: SENT_AT })
})
