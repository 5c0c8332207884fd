import { expect, test } from 'vitest'
import { checkAlternatives, checkCues, checkTables } from '#lib/editorial/visual.ts'
import { judge } from '#tests/support/manuscript.ts'

test('a picture says in words what it shows', () => {
  expect(judge(checkAlternatives, '![A nurse beside a chair](/room.webp)')).toEqual([])
  expect(judge(checkAlternatives, '![](/room.webp)')).toMatchObject([{ level: 'fail', excerpt: '/room.webp' }])
})

const table = (heading: string) => `| Group | ${heading} |\n|---|---|\n| One | Two |`

test('every column has a short heading', () => {
  expect(judge(checkTables, table('People'))).toEqual([])
  expect(judge(checkTables, table(''))).toMatchObject([{ level: 'fail' }])
  expect(judge(checkTables, table('How many of the people there were in all'))).toMatchObject([{ level: 'warn' }])
})

test('an article gives the eye something to hold on to', () => {
  expect(judge(checkCues, 'Only words.')).toMatchObject([{ level: 'warn' }])
  for (const cue of ['- a list', '**Bold** words.', '<Warning title="Stop">\nNow.\n</Warning>']) {
    expect(judge(checkCues, `Only words.\n\n${cue}`)).toEqual([])
  }
})
