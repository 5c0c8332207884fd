import { expect, test } from 'vitest'
import { checkAddress, checkBalance } from '#lib/editorial/balance.ts'
import { judge } from '#tests/support/manuscript.ts'

const page = (benefits: number, risks: number, who: number) =>
  [
    ['what-studies-found', benefits],
    ['risks', risks],
    ['who-should-not', who],
  ]
    .map(([id, count]) => `## Heading [#${id}]\n\n${'word '.repeat(Number(count))}`)
    .join('\n\n')

test('benefits and risks may have up to twice the room of the other', () => {
  expect(judge(checkBalance, page(40, 10, 10))).toEqual([])
  expect(judge(checkBalance, page(20, 30, 10))).toEqual([])
})

test.each([
  [41, 'say less of what studies found'],
  [9, 'say less of the risks'],
])('%i words of benefits against 20 of risks is a warning', (benefits, advice) => {
  const [problem] = judge(checkBalance, page(benefits, 10, 10))
  expect(problem?.level).toBe('warn')
  expect(problem?.message).toContain(advice)
})

test('a page that never says "you" is a warning', () => {
  expect(judge(checkAddress, 'People ask a doctor first. '.repeat(40))[0]?.level).toBe('warn')
  expect(
    judge(checkAddress, `${'People ask a doctor first. '.repeat(40)} You ask. You wait. It is your body.`),
  ).toEqual([])
})

test('a short page need not say it', () => {
  expect(judge(checkAddress, 'People ask a doctor first.')).toEqual([])
})
