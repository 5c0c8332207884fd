import { expect, test } from 'vitest'
import { factIn, plainNumber } from '#lib/evidence/fact.ts'
import { type Study, studySchema } from '#lib/evidence/schema.ts'
import { studyFields } from '#tests/support/manuscript.ts'

const study = (changed: Record<string, unknown> = {}): Study => ({
  ...studySchema.parse({ ...studyFields, ...changed }),
  id: 'author-2022',
})

test.each([
  ['participants', '96'],
  ['year', '2022'],
  ['followUp', '6 months'],
  ['groups.ketamine', '48'],
  ['results.days.estimate', '10.1'],
  ['results.days.high', '19'],
])('%s reads %s', (path, printed) => {
  expect(factIn(study(), path)).toBe(printed)
})

test('the count of a group is named by its result and the group', () => {
  const counted = {
    id: 'sober',
    measure: 'No alcohol',
    kind: 'count',
    groups: [{ name: 'usual care', events: 24, total: 100 }],
  }
  expect(factIn(study({ results: [counted] }), 'results.sober.groups.usual care.events')).toBe('24')
})

test('a rounded fact is a whole number', () => {
  expect(factIn(study(), 'results.days.estimate', { round: true })).toBe('10')
})

test('a fact nobody knows is refused by study and name', () => {
  expect(() => factIn(study(), 'dose')).toThrow('The fact "dose" of "author-2022" is not known (null)')
})

test('a fact that does not exist is refused', () => {
  expect(() => factIn(study(), 'results.nights.estimate')).toThrow(
    '"results.nights.estimate" of "author-2022" does not exist',
  )
})

test('a property every object has is not a fact', () => {
  expect(() => factIn(study(), 'constructor')).toThrow('does not exist')
})

test('a fact nobody has seen in the paper is refused', () => {
  const unseen = study({ unverifiedFields: ['participants (from memory)'] })
  expect(() => factIn(unseen, 'participants')).toThrow('may not be shown: it is not verified')
})

test('no fact of a study nobody has read is shown', () => {
  expect(() => factIn(study({ verified: false }), 'participants')).toThrow('the study is not verified')
})

test('a group of facts is not one fact', () => {
  expect(() => factIn(study(), 'results.days')).toThrow('Name one of them')
})

test.each([
  [10, '10'],
  [0.8, '0.8'],
  [1158, '1158'],
  [12_000, '12,000'],
  [-2.83, '−2.83'],
])('%d is written %s', (value, written) => {
  expect(plainNumber(value)).toBe(written)
})
