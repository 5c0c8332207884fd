import { expect, test } from 'vitest'
import { doubtsOf } from '#lib/evidence/doubt.ts'

test.each([
  ['adverse events', 'adverseEvents'],
  ['dose (from memory only; left out)', 'dose'],
  ['non-randomized status (memory + later reviews)', 'randomization'],
  ['exact English title', 'title'],
  ['authors (after Dakwar)', 'authors'],
  ["end of the results sentence and authors' conclusion not readable", 'results'],
  ['that it re-uses the data of dakwar-2017-cocaine', 'other'],
])('the note "%s" is told as %s', (note, doubt) => {
  expect(doubtsOf({ unverifiedFields: [note] })).toEqual([doubt])
})

test('each doubt is told once, and the vague one last', () => {
  expect(doubtsOf({ unverifiedFields: ['status', 'doi', 'doi (inferred)'] })).toEqual(['doi', 'other'])
})
