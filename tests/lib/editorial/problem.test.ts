import { expect, test } from 'vitest'
import { describeProblem } from '#lib/editorial/problem.ts'

const problem = { level: 'fail', path: 'content/en/articles/x.mdx', line: 42, message: 'Split it.' } as const

test('a problem says where it is, what it is about and what to do', () => {
  expect(describeProblem({ ...problem, excerpt: 'A long\nsentence.' })).toBe(
    'content/en/articles/x.mdx:42  "A long sentence."  Split it.',
  )
})

test('a warning says that it is one', () => {
  expect(describeProblem({ ...problem, level: 'warn' })).toBe('content/en/articles/x.mdx:42  Warning: Split it.')
})

test('a very long sentence is quoted only as far as it helps to find it', () => {
  expect(describeProblem({ ...problem, excerpt: 'word '.repeat(100) }).length).toBeLessThan(240)
})
