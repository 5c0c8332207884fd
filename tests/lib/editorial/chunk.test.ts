import { expect, test } from 'vitest'
import { checkChunks, checkListLength } from '#lib/editorial/chunk.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

const words = (count: number) => 'Ask a doctor now.\n\n'.repeat(count / 4)

test('two hundred words may stand under one heading', () => {
  expect(judge(checkChunks, `## What helps? [#one]\n\n${words(200)}## What else? [#two]\n\n${words(200)}`)).toEqual([])
})

test('more is a warning, and a problem from three hundred', () => {
  const problems = judge(checkChunks, `## What helps? [#one]\n\n${words(204)}## What else? [#two]\n\n${words(304)}`)
  expect(messagesOf(problems)).toEqual([
    expect.stringMatching(/^warn: 204 words/),
    expect.stringMatching(/^fail: 304 words/),
  ])
  expect(problems[0]?.excerpt).toBe('What helps?')
})

test('a subheading breaks a chunk', () => {
  expect(judge(checkChunks, `## What helps? [#one]\n\n${words(150)}### And now?\n\n${words(150)}`)).toEqual([])
})

test('a list has seven items at most', () => {
  expect(judge(checkListLength, '- one\n'.repeat(7))).toEqual([])
  expect(messagesOf(judge(checkListLength, '- one\n'.repeat(8)))[0]).toContain('fail: This list has 8 items')
})

test('a list in a box is counted too', () => {
  expect(judge(checkListLength, `<Warning title="Stop">\n\n${'- one\n'.repeat(8)}\n</Warning>`)).toHaveLength(1)
})
