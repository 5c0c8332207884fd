import { expect, test } from 'vitest'
import { readPeriod } from '#lib/inbox/period.ts'

const inNewYork = (from: string, until: string) => {
  const period = readPeriod(from, until, 'America/New_York')
  return period && [period.from, period.before].map((at) => new Date(at).toISOString())
}

test('a day begins and ends at midnight where the clinic is, and the last day is in it', () => {
  expect(inNewYork('2026-11-23', '2026-11-23')).toEqual(['2026-11-23T05:00:00.000Z', '2026-11-24T05:00:00.000Z'])
})

test('a day on which the clocks change is as long as it is', () => {
  expect(inNewYork('2026-11-01', '2026-11-01')).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'])
  expect(inNewYork('2026-03-08', '2026-03-08')).toEqual(['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'])
})

test.each([
  ['2026-11-24', '2026-11-23'],
  ['2026-02-30', '2026-03-01'],
  ['', '2026-03-01'],
  ['01/02/2026', '01/03/2026'],
  ['2026-1-2', '2026-1-3'],
])('no period: %s to %s', (from, until) => {
  expect(inNewYork(from, until)).toBeUndefined()
})
