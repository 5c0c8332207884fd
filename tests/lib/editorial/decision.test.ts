import { expect, test } from 'vitest'
import { checkAttribution, checkChoices, checkSteps } from '#lib/editorial/decision.ts'
import { judge } from '#tests/support/manuscript.ts'

const addresses = { addresses: new Set(['/other-treatments', '/questions-to-ask']) }
const other = '## What else? [#other-treatments]\n\nSee [other treatments](/other-treatments).'
const ask = '## What to ask? [#what-to-ask]\n\nSee [questions](/questions-to-ask).'

test('an article that leads to other treatments and to questions passes', () => {
  expect(judge(checkChoices, `${other}\n\n${ask}`, {}, addresses)).toEqual([])
})

test.each(['/other-treatments', '/questions-to-ask'])('an article without a link to %s fails', (url) => {
  const problems = judge(checkChoices, `${other}\n\n${ask}`.replace(`(${url})`, '(/)'), {}, addresses)
  expect(problems).toMatchObject([{ level: 'fail', message: expect.stringContaining(`(${url})`) }])
})

test('what studies found names a record', () => {
  const section = '## What did studies find? [#what-studies-found]\n\nLess drinking.'
  expect(judge(checkAttribution, section)).toMatchObject([{ level: 'fail', line: 24 }])
  expect(judge(checkAttribution, `${section}<Cite id="known-study" />`)).toEqual([])
})

test('a record cited elsewhere does not vouch for it', () => {
  const body =
    '## What did studies find? [#what-studies-found]\n\nLess.\n\n## Risks [#risks]\n\n<Cite id="known-study" />'
  expect(judge(checkAttribution, body)).toHaveLength(1)
})

test('what to do next is written as steps', () => {
  const section = (inside: string) => `## What next? [#what-to-do-next]\n\n${inside}`
  expect(judge(checkSteps, section('1. Call.'))).toMatchObject([{ level: 'fail' }])
  expect(judge(checkSteps, section('<Steps>\n1. Call.\n</Steps>'))).toEqual([])
})

test('an empty section is named once, by the rule for empty sections', () => {
  const body = '## A [#other-treatments]\n\n## B [#what-studies-found]\n\n## C [#what-to-do-next]'
  expect([checkChoices, checkAttribution, checkSteps].flatMap((rule) => judge(rule, body, {}, addresses))).toEqual([])
})
