import { expect, test } from 'vitest'
import { citationsOf } from '#lib/articles/citation.ts'
import { parseMdx } from '#lib/articles/mdx.ts'

test('records are numbered in the order a reader meets them, each once', () => {
  const text =
    'One.<Cite id="b" />\n\n<Warning title="Stop">\nTwo.<Cite id="a b" />\n</Warning>\n\n- Three.<Cite id="c" />'
  expect(citationsOf(parseMdx(text))).toEqual(['b', 'a', 'c'])
})

test('a page without citations has none', () => {
  expect(citationsOf(parseMdx('Nothing to see.'))).toEqual([])
})
