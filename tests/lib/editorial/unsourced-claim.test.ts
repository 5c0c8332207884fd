import { expect, test } from 'vitest'
import { checkUnsourcedClaims } from '#lib/editorial/unsourced-claim.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

test.each([
  'About 10% got better.',
  'Four in ten people got better.',
  'It helped 5 of 6 adults.',
  'In all, 96 people took part.',
  'Studies found less drinking.',
  'A trial showed no difference.',
  'People who got ketamine drank less.',
])('"%s" needs a source in its paragraph', (claim) => {
  expect(messagesOf(judge(checkUnsourcedClaims, claim)).join()).toContain('without a source')
  expect(judge(checkUnsourcedClaims, `${claim}<Cite id="known-study" />`)).toEqual([])
})

test.each([
  'What did the trials find?',
  'We list the trials that found no benefit.',
  'This site shows no patient reviews.',
  'Trials are a fair test of a medicine.',
  'Call 911.',
])('"%s" claims no result', (text) => {
  expect(judge(checkUnsourcedClaims, text)).toEqual([])
})

test('a source in another paragraph does not count', () => {
  expect(
    judge(checkUnsourcedClaims, 'Studies found less drinking.\n\nSo be it.<Cite id="known-study" />'),
  ).toHaveLength(1)
})

test('a key point may speak of studies, but not in numbers', () => {
  const keyPoints = ['Studies found mixed results.', 'It helped 4 in 10.', 'Ask a doctor.']
  expect(judge(checkUnsourcedClaims, 'Hello.', { keyPoints }).map(({ excerpt }) => excerpt)).toEqual([
    'It helped 4 in 10.',
  ])
})
