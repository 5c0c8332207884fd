import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePrivateKeyText, privateKeyFrom, rawKeyFrom } from '#lib/seal/key-pair.ts'
import { keyIdsOf, openSealed, RECIPIENTS_MAX, sealFor } from '#lib/seal/sealed-box.ts'

const makeKey = () => privateKeyFrom(rawKeyFrom(makePrivateKeyText()))
const own = makeKey()
const other = makeKey()
const escrow = makeKey()
const both = [own.publicKey, escrow.publicKey]
const context = 'inquiry/one/1'

function expectClosed(box: Uint8Array) {
  expect(() => openSealed([own], box, context)).toThrow(expect.objectContaining({ name: 'SealError' }))
}

test('gives back whatever was sealed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      expect(openSealed([own], sealFor([own.publicKey], bytes, context), context)).toEqual(Buffer.from(bytes))
    }),
  )
})

test('opens for neither of two keys when any one byte was changed, not even one meant for the other', () => {
  const box = sealFor(both, 'a secret', context)
  for (let position = 0; position < box.length; position += 1) {
    const changed = Buffer.from(box)
    changed[position] = (changed[position] ?? 0) ^ (1 + (position % 255))
    for (const key of [own, escrow])
      expect(() => openSealed([key], changed, context)).toThrow(expect.objectContaining({ name: 'SealError' }))
  }
})

test('does not open when cut short or made longer', () => {
  const box = sealFor(both, 'a secret', context)
  fc.assert(
    fc.property(fc.nat(box.length - 1), (length) => {
      expectClosed(box.subarray(0, length))
    }),
  )
  expectClosed(Buffer.concat([box, Buffer.of(0)]))
})

test('opens for no other record', () => {
  const box = sealFor([own.publicKey], 'a secret', context)
  expect(() => openSealed([own], box, 'inquiry/two/1')).toThrow(expect.objectContaining({ reason: 'does-not-open' }))
})

test('says that the key is missing when it is', () => {
  const box = sealFor([own.publicKey], 'a secret', context)
  expect(() => openSealed([other], box, context)).toThrow(expect.objectContaining({ reason: 'unknown-key' }))
})

test('opens with whichever of several keys it was sealed for', () => {
  const box = sealFor([own.publicKey], 'a secret', context)
  expect(openSealed([other, own], box, context).toString()).toBe('a secret')
  expect(keyIdsOf(box)).toEqual([own.publicKey.id])
})

test('never seals the same words the same way twice', () => {
  const boxes = Array.from({ length: 50 }, () => sealFor([own.publicKey], 'a secret', context).toString('hex'))
  expect(new Set(boxes).size).toBe(50)
})

test('each of several keys opens it alone, and another does not', () => {
  const box = sealFor(both, 'a secret', context)
  expect([own, escrow].map((key) => openSealed([key], box, context).toString())).toEqual(['a secret', 'a secret'])
  expect(() => openSealed([other], box, context)).toThrow(expect.objectContaining({ reason: 'unknown-key' }))
  expect(keyIdsOf(box)).toEqual(both.map(({ id }) => id))
})

test('a key that was not meant to cannot be put in the place of another', () => {
  const box = sealFor(both, 'a secret', context)
  const id = Buffer.from(other.publicKey.id, 'hex')
  const renamed = Buffer.concat([box.subarray(0, 34), id, box.subarray(42)])
  expect(() => openSealed([other], renamed, context)).toThrow(expect.objectContaining({ reason: 'does-not-open' }))
})

test('seals for nobody, or for too many, are refused', () => {
  for (const keys of [[], Array.from({ length: RECIPIENTS_MAX + 1 }, () => own.publicKey)])
    expect(() => sealFor(keys, 'a secret', context)).toThrow(RangeError)
})

test('adds 106 bytes for one key and 56 for each further one', () => {
  expect(sealFor([own.publicKey], '', context)).toHaveLength(106)
  expect(sealFor(both, '', context)).toHaveLength(162)
})
