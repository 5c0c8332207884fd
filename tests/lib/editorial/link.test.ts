import { expect, test } from 'vitest'
import { addressOf, anchorsOf, checkAnchors, checkLinks, idsOn } from '#lib/editorial/link.ts'
import { articleWith, judge } from '#tests/support/manuscript.ts'

/** What is wrong with the links of a page, also with those to its own sections. */
function judgeLinks(body: string) {
  const page = articleWith(body)
  return [
    ...judge(checkLinks, body),
    ...checkAnchors(page.path, anchorsOf(page), new Map([[addressOf(page), idsOn(page)]])),
  ]
}

const section = '\n\n## One [#one]'

test.each([
  '/',
  '/articles',
  '/contact',
  '/evidence',
  '/evidence/known-study',
  '/evidence/on/alcohol',
  '/glossary#craving',
  '/search',
  '/feed.xml',
  '/articles/page',
  '/articles/page#one',
  '#one',
  '#references',
  'https://a.example',
  'tel:988',
])('a link to %s arrives', (url) => {
  expect(judgeLinks(`Go to [that page](${url}).${section}`)).toEqual([])
})

test.each([
  ['[a page](/no-such-page)', 'no page at /no-such-page'],
  ['[a study](/evidence/no-such-study)', 'no page at /evidence/no-such-study'],
  ['[a part](#two)', 'no section "two"'],
  ['[a part](/articles/page#two)', 'no section "two"'],
  ['[a page](page.html)', 'Start the address with'],
  ['[a page](http://a.example)', 'Start the address with'],
  ['[](/contact)', 'no text'],
  ['[click here](/contact)', 'does not say where it leads'],
])('%s is refused', (link, reason) => {
  expect(judgeLinks(`Go to ${link}.${section}`)[0]?.message).toContain(reason)
})
