import { expect, test } from 'vitest'
import { csvText } from '#lib/inbox/csv.ts'

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+13055550142', "'+13055550142"],
  ['@SUM(1)', "'@SUM(1)"],
])('%j is written as %j', (cell, written) => {
  expect(csvText([[cell, 'end']])).toBe(`${written},end\r\n`)
})
