import { expect, test } from 'vitest'
import { dynamicPathTest } from '#lib/server/dynamic-path.ts'

const isDynamic = dynamicPathTest(['/contact', '/staff/enrol/[token]'])

test.each(['/contact', '/staff/enrol/abc-DEF_123'])('%s is made for each request', (path) => {
  expect(isDynamic(path)).toBe(true)
})

test.each([
  '/contact/x',
  '/staff/enrol',
  '/staff/enrol/',
  '/staff/enrol/a/b',
  '/staff/enrol/a%2Fb',
  '/staff/enrol/[token]',
  '/staff/enrol/a;b',
  `/staff/enrol/${'a'.repeat(65)}`,
])('%s is not', (path) => {
  expect(isDynamic(path)).toBe(false)
})
