import { expect, test } from 'vitest'
import { sectionsOf } from '#lib/articles/heading.ts'
import { parseMdx } from '#lib/articles/mdx.ts'

test('the id an author writes leaves the heading and becomes its address', () => {
  expect(sectionsOf(parseMdx('## What are the risks? [#risks]'))).toEqual([
    { id: 'risks', text: 'What are the risks?' },
  ])
})

test('a table of contents lists sections, not what lies below them', () => {
  expect(sectionsOf(parseMdx('## One [#one]\n\n### Inside [#inside]\n\n## Two [#two]')).map(({ id }) => id)).toEqual([
    'one',
    'two',
  ])
})

test('a heading may hold emphasis and still carry an id', () => {
  expect(sectionsOf(parseMdx('## *Very* risky [#risks]'))).toEqual([{ id: 'risks', text: 'Very risky' }])
})
