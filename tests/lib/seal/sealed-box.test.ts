import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePrivateKeyText, privateKeyFrom, rawKeyFrom } from '#lib/seal/key-pair.ts'
import { keyIdOf, openSealed, sealFor } from '#lib/seal/sealed-box.ts'

const makeKey = () => privateKeyFrom(rawKeyFrom(makePrivateKeyText()))
const own = makeKey()
const other = makeKey()
const context = 'inquiry/one/1'

function expectClosed(box: Uint8Array) {
  expect(() => openSealed([own], box, context)).toThrow(expect.objectContaining({ name: 'SealError' }))
}

test('gives back whatever was sealed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      expect(openSealed([own], sealFor(own.publicKey, bytes, context), context)).toEqual(Buffer.from(bytes))
    }),
  )
})

test('does not open when any byte was changed', () => {
  const box = sealFor(own.publicKey, 'a secret', context)
  fc.assert(
    fc.property(fc.nat(box.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const changed = Buffer.from(box)
      changed[position] = (changed[position] ?? 0) ^ change
      expectClosed(changed)
    }),
  )
})

test('does not open when cut short or made longer', () => {
  const box = sealFor(own.publicKey, 'a secret', context)
  fc.assert(
    fc.property(fc.nat(box.length - 1), (length) => {
      expectClosed(box.subarray(0, length))
    }),
  )
  expectClosed(Buffer.concat([box, Buffer.of(0)]))
})

test('opens for no other record', () => {
  const box = sealFor(own.publicKey, 'a secret', context)
  expect(() => openSealed([own], box, 'inquiry/two/1')).toThrow(expect.objectContaining({ reason: 'does-not-open' }))
})

test('says that the key is missing when it is', () => {
  const box = sealFor(own.publicKey, 'a secret', context)
  expect(() => openSealed([other], box, context)).toThrow(expect.objectContaining({ reason: 'unknown-key' }))
})

test('opens with whichever of several keys it was sealed for', () => {
  const box = sealFor(own.publicKey, 'a secret', context)
  expect(openSealed([other, own], box, context).toString()).toBe('a secret')
  expect(keyIdOf(box)).toBe(own.publicKey.id)
})

test('never seals the same words the same way twice', () => {
  const boxes = Array.from({ length: 50 }, () => sealFor(own.publicKey, 'a secret', context).toString('hex'))
  expect(new Set(boxes).size).toBe(50)
})
