import { expect, test } from 'vitest'
import { queryOf } from '#lib/server/query.ts'

test.each([
  ['/search?q=blood+pressure', '?q=blood%20pressure'],
  ['/search?utm=1&q=safe&q=other', '?q=safe'],
  ['/search?q=50%25', '?q=50%25'],
  ['/search?q=%', '?q=%25'],
  ['/search?q=a?b', '?q=a%3Fb'],
  ['/search?q=', ''],
  ['/search?_rsc=1', ''],
  ['/search', ''],
])('of %s the page sees "%s"', (url, query) => {
  expect(queryOf('/search', url)).toBe(query)
})

test('a page that reads no query gets none', () => {
  expect(queryOf('/contact', '/contact?q=a')).toBe('')
})

test('a long query is cut, never in the middle of a sign', () => {
  expect(queryOf('/search', `/search?q=${'a'.repeat(300)}`)).toBe(`?q=${'a'.repeat(200)}`)
  expect(decodeURIComponent(queryOf('/search', `/search?q=${'😀'.repeat(300)}`))).toBe(`?q=${'😀'.repeat(200)}`)
})

test('a page of the inbox sees what its links say, and nothing a person typed', () => {
  expect(queryOf('/staff', '/staff?after=1.5.a&still=1&q=Ann')).toBe('?after=1.5.a&still=1')
  expect(queryOf('/staff/passkeys', '/staff/passkeys?said=added&q=a')).toBe('?said=added')
  expect(queryOf('/staff/passkeys', '/staff/passkeys?q=a')).toBe('')
})
