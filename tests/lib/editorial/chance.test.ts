import { expect, test } from 'vitest'
import { checkChances, checkDenominators } from '#lib/editorial/chance.ts'
import { judge } from '#tests/support/manuscript.ts'

test('one denominator throughout passes, in words or digits', () => {
  expect(judge(checkDenominators, 'It was 12 in 100. It was 30 in every hundred.')).toEqual([])
})

test.each(['1 in 4', 'one out of ten', '3 in every thousand'])('"%s" beside "12 in 100" is a warning', (other) => {
  const [problem] = judge(checkDenominators, `It was 12 in 100.\n\nIt was ${other} people.`)
  expect(problem).toMatchObject({ level: 'warn', line: 26 })
})

test.each(['We read it 2 in 2025.', 'It took 3 in 24 hours.', 'Step 1 in a list.'])('"%s" is no chance', (text) => {
  expect(judge(checkDenominators, `It was 12 in 100. ${text}`)).toEqual([])
})

const table = '| Group | Chance |\n|---|---|\n| Ketamine | 12 in 100 |'

test('a chance that stands alone in a table is a warning', () => {
  expect(judge(checkChances, table)).toMatchObject([{ level: 'warn', excerpt: '12 in 100' }])
})

test('a sentence or a figure in the same part explains it', () => {
  expect(judge(checkChances, `It means 12 in 100 people fell ill.\n\n${table}`)).toEqual([])
  expect(judge(checkChances, `<PeoplePer100 study="known-study" result="days" />\n\n${table}`)).toEqual([])
})
