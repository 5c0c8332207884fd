import { expect, test } from 'vitest'
import { studySchema } from '#lib/evidence/schema.ts'
import { studyFields } from '#tests/support/manuscript.ts'

const faultsOf = (changed: Record<string, unknown>) =>
  studySchema.safeParse({ ...studyFields, ...changed }).error?.issues.map(({ message }) => message)
const result = { id: 'days', measure: 'Days', kind: 'difference' }

test('a complete record is accepted', () => {
  expect(faultsOf({})).toBeUndefined()
})

test.each([
  [{ title: null }, 'A verified study needs its title'],
  [{ year: null }, 'A verified study needs its year or its registration'],
  [{ doi: null }, 'A verified study needs a DOI, a PubMed number or a registration, so a reader can find it'],
  [{ results: [{ ...result, estimate: 5, low: 6, high: 9 }] }, 'The low end of the interval lies above the estimate'],
  [{ results: [{ ...result, estimate: 5, low: 1, high: 4 }] }, 'The high end of the interval lies below the estimate'],
  [{ results: [{ ...result, estimate: Number.POSITIVE_INFINITY }] }, 'Write a plain number'],
  [
    { results: [{ ...result, kind: 'count', groups: [{ name: 'all', events: 5, total: 4 }] }] },
    'More people are counted than were in the group',
  ],
  [
    { results: [{ ...result, groups: [{ name: 'all', events: 4, total: 5 }] }] },
    'Only a result of kind count has groups',
  ],
  [{ results: [result, result] }, 'Two results have the same id'],
])('%o is refused', (changed, fault) => {
  expect(faultsOf(changed)).toContain(fault)
})

test('a study nobody has read may lack what a reader would need to find it', () => {
  expect(faultsOf({ verified: false, title: null, year: null, doi: null })).toBeUndefined()
})

test('a paper without a number can be found by its authors and its year', () => {
  expect(faultsOf({ doi: null, authors: 'Jovaisa T' })).toBeUndefined()
})

test('a field we do not know is refused', () => {
  expect(faultsOf({ sample: 96 })).toEqual(['Unrecognized key: "sample"'])
})
