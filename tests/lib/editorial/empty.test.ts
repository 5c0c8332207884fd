import { expect, test } from 'vitest'
import { checkEmptySections } from '#lib/editorial/empty.ts'
import { judge } from '#tests/support/manuscript.ts'

test('a section with words passes', () => {
  expect(judge(checkEmptySections, '## Risks [#risks]\n\nThere are some.')).toEqual([])
})

test('a section whose words stand under a subheading passes', () => {
  expect(judge(checkEmptySections, '## Risks [#risks]\n\n### For the body\n\nThere are some.')).toEqual([])
})

test.each(['## Risks [#risks]', '## Risks [#risks]\n\n{/* Say how often. */}\n\n## Help [#help]\n\nAsk.'])(
  'a section that holds nothing to read is named: %j',
  (body) => {
    const problems = judge(checkEmptySections, body)
    expect(problems).toMatchObject([{ level: 'fail', excerpt: 'Risks', message: 'This section is empty. Write it.' }])
  },
)

test('an empty subsection is named too', () => {
  expect(judge(checkEmptySections, '## Risks [#risks]\n\nSome.\n\n### For the body')).toHaveLength(1)
})

test('a field that still holds a request is named, with its line', () => {
  const [problem] = judge(checkEmptySections, 'Hello.', { mainMessage: '[What should a reader take away?]' })
  expect(problem).toMatchObject({ level: 'fail', line: 4, message: 'This field is empty. Write mainMessage.' })
})
