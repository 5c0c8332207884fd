import { expect, test } from 'vitest'
import { checkCitations, checkFigures } from '#lib/editorial/citation.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

test('a citation of a study and a label that someone has read passes', () => {
  expect(judge(checkCitations, 'It is so.<Cite id="known-study known-label" />')).toEqual([])
})

test.each([
  ['<Cite id="no-such-study" />', 'No record has this id'],
  ['<Cite id="unread-study" />', 'This record is not verified'],
  ['<Cite id="" />', 'names nothing'],
])('%s is refused', (cite, reason) => {
  expect(messagesOf(judge(checkCitations, `It is so.${cite}`)).join()).toContain(reason)
})

test('a figure of a result with an estimate passes', () => {
  expect(judge(checkFigures, '<ResultFigure study="known-study" result="days" />')).toEqual([])
})

test.each([
  ['study="known-label" result="days"', 'No study has this id'],
  ['study="unread-study" result="days"', 'not verified'],
  ['study="known-study" result="nights"', 'no result with this id'],
  ['study="known-study" result="words"', 'nothing to draw'],
])('a figure of %s is refused', (attributes, reason) => {
  expect(messagesOf(judge(checkFigures, `<ResultFigure ${attributes} />`)).join()).toContain(reason)
})
