import { expect, test } from 'vitest'
import { certaintiesOf } from '#lib/evidence/certainty.ts'
import { type Study, studySchema } from '#lib/evidence/schema.ts'
import { studyFields } from '#tests/support/manuscript.ts'

let made = 0
const trial = (changed: Record<string, unknown> = {}): Study => ({
  ...studySchema.parse({ ...studyFields, participants: 200, direction: 'favours ketamine', ...changed }),
  id: `trial-${made++}`,
})
const alcohol = (...trials: Study[]) => certaintiesOf(trials).find(({ substance }) => substance === 'alcohol')

test('with no randomized trial, nothing is known', () => {
  expect(alcohol(trial({ kind: 'survey' }), trial({ kind: 'retrospective' }))).toMatchObject({
    sureness: 'not-known',
    people: 0,
  })
})

test('one trial, however large, leaves us very unsure', () => {
  expect(alcohol(trial({ participants: 5000 }))?.sureness).toBe('very-unsure')
})

test('three trials with enough people that agree make us more sure', () => {
  expect(alcohol(trial(), trial(), trial())).toMatchObject({ sureness: 'more-sure', people: 600 })
})

test('trials that point different ways leave us very unsure', () => {
  expect(alcohol(trial(), trial(), trial({ direction: 'null' }))?.sureness).toBe('very-unsure')
})

test('many small trials leave us very unsure', () => {
  const small = () => trial({ participants: 20 })
  expect(alcohol(small(), small(), small(), small())?.sureness).toBe('very-unsure')
})

test.each([
  ['a study nobody has checked', { verified: false }],
  ['a trial of care for withdrawal', { substance: 'alcohol withdrawal (hospital)' }],
  ['a laboratory study', { kind: 'rct-crossover-lab' }],
  ['a second look at the same people', { kind: 'secondary-analysis' }],
])('%s does not count', (_what, changed) => {
  expect(alcohol(trial(changed))?.trials).toEqual([])
})

test('a number of people nobody has seen is not added', () => {
  expect(alcohol(trial(), trial({ unverifiedFields: ['participants'] }))?.people).toBe(200)
})
