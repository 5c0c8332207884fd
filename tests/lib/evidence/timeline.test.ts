import { expect, test } from 'vitest'
import { type Study, studySchema } from '#lib/evidence/schema.ts'
import { timelineOf } from '#lib/evidence/timeline.ts'
import { studyFields } from '#tests/support/manuscript.ts'

const study = (id: string, changed: Record<string, unknown> = {}): Study => ({
  ...studySchema.parse({ ...studyFields, ...changed }),
  id,
})

test('studies of one drug that are close in time lie below each other', () => {
  const [row] = timelineOf([study('a', { year: 2020 }), study('b', { year: 2022 }), study('c', { year: 2023 })])
  expect(row).toMatchObject({ substance: 'alcohol', lanes: 2 })
  expect(row?.dots.map(({ study: { id }, lane }) => [id, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ])
})

test.each([
  ['a review', { kind: 'review' }],
  ['a second look at the same people', { kind: 'secondary-analysis' }],
  ['a study nobody has checked', { verified: false }],
  ['a study whose size nobody has seen', { unverifiedFields: ['participants'] }],
])('%s is no dot', (_what, changed) => {
  expect(timelineOf([study('a', changed)])).toEqual([])
})
