import { expect, test } from 'vitest'
import { directionOf } from '#lib/evidence/direction.ts'

test.each([
  ['favours ketamine', 'better'],
  ['favours ketamine (short term)', 'better-briefly'],
  ['favours ketamine (24 h)', 'better-briefly'],
  ['short-term benefit only; null at 4 months', 'better-briefly'],
  ['favours higher dose', 'more-is-better'],
  ['null', 'no-difference'],
  ['mixed: one co-primary positive, one null', 'unclear'],
  ['uncontrolled positive; superseded', 'no-comparison'],
  ['superseded by larger studies', 'contradicted'],
  ['mechanism - conflicting', 'mechanism'],
  ['no results found', 'no-result-yet'],
])('a record that says "%s" reads as %s', (direction, read) => {
  expect(directionOf({ direction })).toBe(read)
})

test('a study without a result of its own points nowhere', () => {
  expect(directionOf({ direction: null })).toBeUndefined()
})
