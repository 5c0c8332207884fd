import { expect, test } from 'vitest'
import { checkHeadings } from '#lib/editorial/heading.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

test('sections with their own ids, one level at a time, pass', () => {
  expect(judge(checkHeadings, '## One [#one]\n\n### Inside\n\n## Two [#two]')).toEqual([])
})

test.each([
  ['# Title', 'already the top heading'],
  ['## One', 'has no id'],
  ['## One [#one]\n\n#### Deep', 'skips a level. Use ###.'],
  ['### Deep', 'skips a level. Use ##.'],
  ['## One [#one]\n\n## Two [#one]', 'used twice'],
])('%j is refused', (body, reason) => {
  expect(judge(checkHeadings, body)[0]?.message).toContain(reason)
})

test.each(['Introduction', 'Conclusion', 'Overview:', 'Final thoughts'])('a heading "%s" is refused', (text) => {
  expect(messagesOf(judge(checkHeadings, `## ${text} [#one]\n\nHello.`))[0]).toContain('does not say what follows')
})
