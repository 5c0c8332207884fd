import { expect, test } from 'vitest'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { keys } from '#tests/support/inquiry.ts'

const unused = { send: () => Promise.reject(new Error('Nothing may be sent.')) }
const sealedPayload = sealFor(keys.publicKeys, '{}', 'delivery/one/1')

test('a mail whose key is missing waits for a person', async () => {
  const { privateKeys } = sealKeysFrom(makePrivateKeyText())
  expect(await deliverThrough(unused, privateKeys)({ id: 'one', kind: 'clinic', sealedPayload })).toEqual({
    kind: 'attention',
    failure: 'seal-unknown-key',
  })
})

test('a mail put in the place of another is not sent', async () => {
  expect(await deliverThrough(unused, keys.privateKeys)({ id: 'two', kind: 'clinic', sealedPayload })).toEqual({
    kind: 'attention',
    failure: 'seal-does-not-open',
  })
})

test('a receipt that only its own address can refuse does not stop the mails to the clinic', async () => {
  const refusing = { send: async () => ({ kind: 'pause', failure: 'domain-not-verified' }) as const }
  const deliver = deliverThrough(refusing, keys.privateKeys)
  expect(await deliver({ id: 'one', kind: 'receipt', sealedPayload })).toEqual({
    kind: 'attention',
    failure: 'address-refused',
  })
  expect(await deliver({ id: 'one', kind: 'clinic', sealedPayload })).toMatchObject({ kind: 'pause' })
})

test('a refusal that concerns every mail pauses also when a receipt meets it', async () => {
  const refusing = { send: async () => ({ kind: 'pause', failure: 'invalid-api-key' }) as const }
  const deliver = deliverThrough(refusing, keys.privateKeys)
  expect(await deliver({ id: 'one', kind: 'receipt', sealedPayload })).toMatchObject({ kind: 'pause' })
})
