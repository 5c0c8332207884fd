import { expect, test } from 'vitest'
import { parseMdx } from '#lib/articles/mdx.ts'
import { nodesIn, nodesOfType } from '#lib/articles/node.ts'

const tree = parseMdx('One [two](/a).\n\n- [three](/b)\n')

test('every node comes once, before what it holds, in the order of the page', () => {
  expect(nodesIn(tree).map(({ type }) => type)).toEqual([
    ...['root', 'paragraph', 'text', 'link', 'text', 'text'],
    ...['list', 'listItem', 'paragraph', 'link', 'text'],
  ])
})

test('nodes of one type are found however deep they are', () => {
  expect(nodesOfType(tree, 'link').map(({ url }) => url)).toEqual(['/a', '/b'])
})
