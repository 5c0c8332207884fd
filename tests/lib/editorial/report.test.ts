import { expect, test } from 'vitest'
import { reportPages } from '#lib/editorial/report.ts'
import { writtenWith } from '#tests/support/manuscript.ts'

test('the report has one aligned row per page with its counts', () => {
  const written = writtenWith('Hello there.')
  const problems = [{ level: 'warn', path: written.path, line: 1, message: 'Look.' } as const]
  const [head = '', row = ''] = reportPages([written], problems).split('\n')

  expect(row).toMatch(/^content\/en\/articles\/page\.mdx +\d+ +5 .* 0 +1$/)
  expect(row).toHaveLength(head.length)
})
