import { expect, test } from 'vitest'
import { checkLinks } from '#lib/editorial/link.ts'
import { judge } from '#tests/support/manuscript.ts'

const section = '\n\n## One [#one]'

test.each([
  '/',
  '/articles',
  '/contact',
  '/articles/page',
  '/articles/page#one',
  '#one',
  '#references',
  'https://a.example',
  'tel:988',
])('a link to %s arrives', (url) => {
  expect(judge(checkLinks, `Go to [that page](${url}).${section}`)).toEqual([])
})

test.each([
  ['[a page](/no-such-page)', 'no page at /no-such-page'],
  ['[a part](#two)', 'no section "two"'],
  ['[a part](/articles/page#two)', 'no section "two"'],
  ['[a page](page.html)', 'Start the address with'],
  ['[a page](http://a.example)', 'Start the address with'],
  ['[](/contact)', 'no text'],
  ['[click here](/contact)', 'does not say where it leads'],
])('%s is refused', (link, reason) => {
  expect(judge(checkLinks, `Go to ${link}.${section}`)[0]?.message).toContain(reason)
})
