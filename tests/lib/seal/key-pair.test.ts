import { expect, test } from 'vitest'
import { privateKeyFrom, publicKeyFrom, rawKeyFrom } from '#lib/seal/key-pair.ts'

test('derives the public key of the example in RFC 7748, section 6.1', () => {
  const raw = Buffer.from('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb', 'hex')
  expect(privateKeyFrom(raw).publicKey.raw.toString('hex')).toBe(
    'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
  )
})

test.each(['', 'short', 'a'.repeat(44), `${'a'.repeat(42)}!`])('refuses %j as a key', (text) => {
  expect(() => rawKeyFrom(text)).toThrow(expect.objectContaining({ reason: 'unusable-key' }))
})

test('refuses raw keys of another length', () => {
  expect(() => publicKeyFrom(Buffer.alloc(31))).toThrow(expect.objectContaining({ reason: 'unusable-key' }))
  expect(() => privateKeyFrom(Buffer.alloc(33))).toThrow(expect.objectContaining({ reason: 'unusable-key' }))
})
