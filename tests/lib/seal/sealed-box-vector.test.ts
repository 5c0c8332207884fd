import { subtle, type webcrypto } from 'node:crypto'
import { expect, test } from 'vitest'
import { privateKeyFrom } from '#lib/seal/key-pair.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'

/** Sealed once and kept: whatever changes in the code, these must go on opening with the keys 07…07 and 08…08. */
const firstVersion =
  'AQ9tJVP_DA9Eur16tSPH9rYUBr_YG0tRleTshEKuw_QAOBNp5D6J8jr8TpmI2mPdq2JlN53JDt86biLujy1p1ZTIJ54L8j9QJCR_wDk8hodht4w'
const secondVersion =
  'AgLnVNwiiSd1fl-8gCOLjrsr4aBvbbzd-O65wYFkwLfmSQ9tJVP_DA9EouzkxouMxZuTlL20kM5Uf1oinUShDO71x78c1HeHC5W2R60Q01Z9xG_aqYA2a8tp2U12mkdCIJGu1EZfh0hhf3WksiHF8YUsjVK75EvdjctWk4nQ7HN88NEldHhwfzZCXBpA3ZEuvIlh2m-c8wNtAwjNz7OGcAborwimDwovmT_Dssc-e8o'
const context = 'inquiry/one/1'
const keyOf = (byte: number) => privateKeyFrom(Buffer.alloc(32, byte))

test('opens what the first version sealed', () => {
  const box = Buffer.from(firstVersion, 'base64url')
  expect(openSealed([keyOf(7)], box, context).toString()).toBe('sealed in 2026')
  for (let position = 0; position < box.length; position += 1) {
    const changed = Buffer.from(box)
    changed[position] = (changed[position] ?? 0) ^ 1
    expect(() => openSealed([keyOf(7)], changed, context)).toThrow(expect.objectContaining({ name: 'SealError' }))
  }
})

test.each([7, 8])('opens what the second version sealed, with key %i', (byte) => {
  const box = Buffer.from(secondVersion, 'base64url')
  expect(openSealed([keyOf(byte)], box, context).toString()).toBe('sealed in 2026')
})

test.each([
  [7, 0],
  [8, 1],
])('other code, written from the layout alone, opens the second version with key %i', async (byte, index) => {
  const box = Buffer.from(secondVersion, 'base64url')
  const { publicKey } = keyOf(byte)
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), Buffer.alloc(32, byte)])
  const own = await subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits'])
  const ephemeral = await subtle.importKey('raw', box.subarray(2, 34), 'X25519', true, [])
  const shared = await subtle.deriveBits({ name: 'X25519', public: ephemeral }, own, 256)
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits'])
  const salt = Buffer.concat([box.subarray(2, 34), publicKey.raw])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: Buffer.from('clinic sealed box v2') }

  const entry = box.subarray(34 + 56 * index, 34 + 56 * (index + 1))
  const contentKey = await decrypt(await subtle.deriveBits(hkdf, material, 256), entry.subarray(8), Buffer.alloc(0))
  const header = box.subarray(0, 34 + 56 * 2)
  const opened = await decrypt(contentKey, box.subarray(header.length), Buffer.concat([header, Buffer.from(context)]))
  expect(Buffer.from(opened).toString()).toBe('sealed in 2026')
})

async function decrypt(key: webcrypto.BufferSource, sealed: Buffer<ArrayBuffer>, additionalData: Buffer<ArrayBuffer>) {
  const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  return subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData }, imported, sealed)
}
