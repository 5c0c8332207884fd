import { expect, test } from 'vitest'
import { checkFacts } from '#lib/editorial/fact.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

test('a fact someone has read passes', () => {
  expect(judge(checkFacts, 'It had <Fact study="known-study" is="participants" /> adults.')).toEqual([])
})

test.each([
  ['study="no-such-study" is="participants"', 'No study is called "no-such-study"'],
  ['study="known-study" is="dose"', 'is not known (null)'],
  ['study="known-study" is="size"', 'does not exist'],
  ['study="unread-study" is="participants"', 'the study is not verified'],
])('a fact of %s is refused', (attributes, reason) => {
  expect(messagesOf(judge(checkFacts, `It had <Fact ${attributes} /> adults.`)).join()).toContain(reason)
})
