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
  expect(await deliverThrough(unused, privateKeys)({ id: 'one', sealedPayload })).toEqual({
    kind: 'attention',
    failure: 'seal-unknown-key',
  })
})

test('a mail put in the place of another is not sent', async () => {
  expect(await deliverThrough(unused, keys.privateKeys)({ id: 'two', sealedPayload })).toEqual({
    kind: 'attention',
    failure: 'seal-does-not-open',
  })
})
