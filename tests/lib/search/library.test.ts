import { expect, test } from 'vitest'
import { search } from '#lib/search/library.ts'

test.each([
  ['grabski', '/evidence/grabski-2022-kare'],
  ['NCT02649231', '/evidence/grabski-2022-kare'],
  ['narcan', '/glossary#naloxone'],
  ['is it addictive', '/articles/is-ketamine-addictive'],
  ['contact', '/contact'],
])('on the whole site "%s" finds %s', (query, path) => {
  expect(
    search('en', query)
      .slice(0, 3)
      .map((found) => found.path),
  ).toContain(path)
})

test('a study nobody has checked is not found', () => {
  expect(search('en', 'malchow').map(({ path }) => path)).not.toContain('/evidence/malchow-2019-opioid-taper')
})
