import { expect, test, vi } from 'vitest'
import { MINUTE_MS } from '#lib/duration.ts'
import { readWebhook, type WebhookHeaders } from '#lib/email/webhook.ts'
import { makeWebhookSecret, newsOf, signedHeaders } from '#tests/support/webhook.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const secret = makeWebhookSecret()
const another = makeWebhookSecret()
const body = newsOf('email.delivered', { deliveryId: 'd', at: NOW })
const signed = signedHeaders(body, { secret, id: 'msg_1', at: NOW })

function read(headers: WebhookHeaders, { text = body as string | Buffer, secrets = [secret], now = NOW } = {}) {
  // The library looks at the clock of the machine.
  vi.useFakeTimers({ now, toFake: ['Date'] })
  try {
    return readWebhook({ body: Buffer.from(text), headers, secrets, now })
  } finally {
    vi.useRealTimers()
  }
}

test('reads what Resend signed, and none of the addresses and words in it', () => {
  expect(read(signed)).toEqual({
    id: 'msg_1',
    type: 'email.delivered',
    createdAt: NOW,
    deliveryId: 'd',
    providerId: 'p',
    provesTaken: true,
    fate: 'delivered',
  })
})

test.each([
  ['signed with another secret', signedHeaders(body, { secret: another, at: NOW })],
  ['without a signature', { ...signed, signature: null }],
  ['without an id', { ...signed, id: null }],
  ['without a time', { ...signed, timestamp: null }],
  ['with an empty signature', { ...signed, signature: '' }],
  ['with a signature of another version', { ...signed, signature: signed.signature.replace('v1', 'v2') }],
  ['with a signature that is no base64', { ...signed, signature: 'v1,***' }],
  ['with a signature without its parts', { ...signed, signature: 'v1' }],
  ['under another id', { ...signed, id: 'msg_2' }],
  ['under an id that is no name', signedHeaders(body, { secret, id: 'a b', at: NOW })],
  ['with another time', { ...signed, timestamp: String(NOW / 1000 + 1) }],
  ['with words after the time', { ...signed, timestamp: `${signed.timestamp}junk` }],
  ['with words after the time, signed', signedHeaders(body, { secret, timestamp: `${NOW / 1000}junk` })],
  ['with a time in milliseconds', signedHeaders(body, { secret, timestamp: String(NOW) })],
])('refuses a message %s', (_what, headers) => {
  expect(read(headers)).toBeUndefined()
})

test('refuses a body that was changed in one byte', () => {
  expect(read(signed, { text: body.replace('delivered', 'delivereD') })).toBeUndefined()
})

test('refuses a body whose mark at the beginning was signed and then dropped', () => {
  const marked = Buffer.from(`\ufeff${body}`)
  expect(read(signedHeaders(marked, { secret, at: NOW }), { text: body })).toBeUndefined()
})

test.each(['', 'null', '7', '[]', '{', '{}', '{"type":7}', 'not json'])('signed, but no news: %s', (text) => {
  expect(read(signedHeaders(text, { secret, at: NOW }), { text })).toBeUndefined()
})

test.each([
  [-5 * MINUTE_MS - 1000, false],
  [-5 * MINUTE_MS, true],
  [5 * MINUTE_MS, true],
  [5 * MINUTE_MS + 1000, false],
])('a message that is %i ms from now is taken: %s', (ms, isTaken) => {
  const headers = signedHeaders(body, { secret, at: NOW + ms })
  expect(read(headers) !== undefined).toBe(isTaken)
})

test('while a secret is changed, both the old and the new one do, wherever they stand', () => {
  const old = signedHeaders(body, { secret, id: 'msg_3', at: NOW })
  const fresh = signedHeaders(body, { secret: another, id: 'msg_3', at: NOW })
  const both = { ...old, signature: `${fresh.signature} ${old.signature}` }
  for (const headers of [old, fresh, both]) expect(read(headers, { secrets: [secret, another] })).toBeDefined()
  expect(read(both, { secrets: [another] })).toBeDefined()
  expect(read(old, { secrets: [another] })).toBeUndefined()
})

test('without a secret nothing is believed', () => {
  expect(read(signed, { secrets: [] })).toBeUndefined()
})
