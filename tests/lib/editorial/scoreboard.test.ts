import { expect, test } from 'vitest'
import { instruments } from '#lib/editorial/instrument.ts'
import { judgeManuscript } from '#lib/editorial/judged-page.ts'
import { scorePage } from '#lib/editorial/score.ts'
import { printScoreboard } from '#lib/editorial/scoreboard.ts'
import { surroundingsOf } from '#lib/editorial/surroundings.ts'
import { articleFields, articleWith, manuscriptOf, mdxOf, records, TODAY } from '#tests/support/manuscript.ts'

const judged = (body: string, path = 'content/en/articles/a-very-long-name-that-no-column-of-a-table-can-hold.mdx') => {
  const manuscript = manuscriptOf(path, mdxOf(articleFields, body))
  return judgeManuscript(manuscript, surroundingsOf([manuscript], records, TODAY))
}

const article = { kind: 'article' as const, data: { reviewedBy: null } }

test('an item counts as met when none of its rules was broken', () => {
  const whole = scorePage(article, { broken: [] })
  expect(whole.DISCERN).toEqual({ looked: 12, wanting: [] })
  expect(scorePage(article, { broken: ['balance'] }).DISCERN).toEqual({ looked: 12, wanting: ['6'] })
})

test('nobody counts as the author of a page that no clinician has reviewed', () => {
  expect(scorePage(article, { broken: [] }).JAMA?.wanting).toEqual(['authorship'])
  expect(scorePage({ ...article, data: { reviewedBy: 'A. Person, MD' } }, { broken: [] }).JAMA?.wanting).toEqual([])
})

test('a standing page is not held to what only a treatment article must tell', () => {
  const scores = scorePage({ ...article, kind: 'page' }, { broken: ['sections'] })
  expect(scores).not.toHaveProperty('DISCERN')
  expect(scores['CDC Index']?.wanting).toEqual([])
})

test('every item of every instrument is looked at by a machine or left to a person', () => {
  expect(Object.values(instruments).map((items) => items.length)).toEqual([16, 23, 20, 4, 12])
})

test('the scoreboard fits a hundred columns, and names what is not met', () => {
  const board = printScoreboard([judged('Hello.'), judged('Hello.', 'content/en/articles/short.mdx')])
  expect(Math.max(...board.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(board).toContain('DISCERN 11 (risks)')
  expect(board).toContain('en/articles/short ')
})

test('the scoreboard says what only a person can judge', () => {
  const [, people] = printScoreboard([judged('Hello.')]).split('Only a person can judge')
  expect(people).toContain('DISCERN: 2 it does what it set out to do')
})

test('what every page lacks is said once', () => {
  const board = printScoreboard(
    [articleWith('Hello.'), articleWith('Hello.')].map(({ path }) => judged('Hello.', path)),
  )
  expect(board.match(/JAMA authorship/g)).toHaveLength(1)
})
