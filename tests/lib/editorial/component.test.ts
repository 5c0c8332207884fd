import { expect, test } from 'vitest'
import { checkComponents } from '#lib/editorial/component.ts'
import { judge } from '#tests/support/manuscript.ts'

test('the components we know, with what they need, pass', () => {
  expect(judge(checkComponents, '<Steps>\n1. Call <Phone number="911" />.\n</Steps>')).toEqual([])
})

test('a note to the next editor passes', () => {
  expect(judge(checkComponents, 'Hello {/* check this again in May */} there.')).toEqual([])
})

test.each([
  ['import chart from "./chart.js"', 'not code'],
  ['It is {1 + 1}.', 'not code'],
  ['<Video />', 'There is no such component'],
  ['<script>x</script>', 'There is no such component'],
  ['<Fact study="known-study" />', 'It needs is="…"'],
  ['<Warning>\nStop.\n</Warning>', 'It needs title="…"'],
])('%j is refused', (body, reason) => {
  expect(judge(checkComponents, body)[0]?.message).toContain(reason)
})
