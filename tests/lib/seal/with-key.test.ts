import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWithKey, sealWithKey } from '#lib/seal/with-key.ts'

const key = randomBytes(32)

test('gives back whatever was sealed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      expect(openWithKey(key, sealWithKey(key, text, context), context).toString()).toBe(text)
    }),
  )
})

test('does not open when any byte was changed or left out', () => {
  const box = sealWithKey(key, 'a draft', 'draft')
  fc.assert(
    fc.property(fc.nat(box.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const changed = Buffer.from(box)
      changed[position] = (changed[position] ?? 0) ^ change
      expect(() => openWithKey(key, changed, 'draft')).toThrow(expect.objectContaining({ name: 'SealError' }))
      expect(() => openWithKey(key, box.subarray(0, position), 'draft')).toThrow(
        expect.objectContaining({ name: 'SealError' }),
      )
    }),
  )
})

test.each([
  ['another key', randomBytes(32), 'draft'],
  ['another context', key, 'session'],
])('does not open with %s', (_, otherKey, context) => {
  const box = sealWithKey(key, 'a draft', 'draft')
  expect(() => openWithKey(otherKey, box, context)).toThrow(expect.objectContaining({ reason: 'does-not-open' }))
})
