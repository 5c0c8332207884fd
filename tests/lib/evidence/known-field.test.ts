import { expect, test } from 'vitest'
import { isKnown } from '#lib/evidence/known-field.ts'
import { findStudy, type Study } from '#lib/evidence/library.ts'

const kare = findStudy('grabski-2022-kare') as Study

test('a fact that was read in the paper may be shown', () => {
  expect(isKnown(kare, 'participants')).toBe(true)
})

test('a missing fact is not known', () => {
  expect(isKnown({ ...kare, funding: null }, 'funding')).toBe(false)
})

test('a fact from memory is not known, even when the record holds it', () => {
  expect(isKnown({ ...kare, unverifiedFields: ['funding (from memory)'] }, 'funding')).toBe(false)
})
