import { expect, test } from 'vitest'
import { choiceParts, choicePath, chooseStudies, readChoice } from '#lib/evidence/filter.ts'
import { studies } from '#lib/evidence/library.ts'

test.each([
  [{}, '/evidence'],
  [{ substance: 'alcohol' }, '/evidence/on/alcohol'],
  [{ family: 'reviews' }, '/evidence/on/all/reviews'],
  [{ substance: 'alcohol', family: 'reviews' }, '/evidence/on/alcohol/reviews'],
] as const)('the choice %o has the address %s', (choice, path) => {
  expect(choicePath(choice)).toBe(path)
})

test('every address of a choice leads back to that choice, and to at least one study', () => {
  for (const parts of choiceParts(studies())) {
    expect(choicePath(readChoice(parts))).toBe(['/evidence/on', ...parts].join('/'))
    expect(chooseStudies(studies(), readChoice(parts)).length).toBeGreaterThan(0)
  }
})

test('the drugs together hold every study once', () => {
  const chosen = new Set(choiceParts(studies()).map(([substance]) => substance))
  const counts = [...chosen]
    .filter((part) => part !== 'all')
    .map((part) => chooseStudies(studies(), readChoice([part ?? ''])).length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(studies().length)
})
