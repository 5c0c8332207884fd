import { expect, test } from 'vitest'
import { checkTypedNumbers } from '#lib/editorial/typed-number.ts'
import { judge } from '#tests/support/manuscript.ts'

test.each([
  'It had <Fact study="known-study" is="participants" /> adults.<Cite id="known-study" />',
  'Call 911. Wait 24 hours.',
  'Do not drive for 24 hours.<Cite id="known-label" />',
  'The result was clear.<Cite id="known-study" /> Do not drive for 24 hours.<Cite id="known-label" />',
  'It was a phase 3 trial by one team, over two visits.<Cite id="known-study" />',
])('%s passes', (body) => {
  expect(judge(checkTypedNumbers, body)).toEqual([])
})

test.each([
  ['It had 96 adults.<Cite id="known-study" />', '96'],
  ['It had 96 adults. Half got the drug.<Cite id="known-study" />', '96'],
  ['Only eight people took part.<Cite id="known-study" />', 'eight people'],
  ['- It had 1,158 people.<Cite id="known-label known-study" />', '1,158'],
])('%s is refused, because a study vouches for a typed number', (body, number) => {
  expect(judge(checkTypedNumbers, body)[0]?.message).toContain(`"${number}" is typed by hand`)
})
