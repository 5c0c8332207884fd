import { expect, test } from 'vitest'
import { parseMdx } from '#lib/articles/mdx.ts'
import { questionsOf } from '#lib/articles/question.ts'

const ask = (faq: string) => questionsOf(parseMdx(`## Before [#before]\n\n### Not asked?\n\nNo.\n\n${faq}`))

test('each h3 of the section [#faq] is a question, and the words below it the answer', () => {
  expect(ask('## Questions [#faq]\n\n### One?\n\nFirst.\n\nSecond.\n\n### Two?\n\nThird.')).toEqual([
    { question: 'One?', answer: ['First. Second. '] },
    { question: 'Two?', answer: ['Third. '] },
  ])
})

test('the FAQ ends where the next section begins', () => {
  expect(ask('## Questions [#faq]\n\n### One?\n\nFirst.\n\n## After [#after]\n\n### Not asked?\n\nNo.')).toEqual([
    { question: 'One?', answer: ['First. '] },
  ])
})

test('a page without that section has no questions', () => {
  expect(ask('')).toEqual([])
})

test('citation marks are not read out, links are, and items of a list stay apart', () => {
  const [question] = ask('## Q [#faq]\n\n### One?\n\nSome.<Cite id="a" /> See [the page](/x):\n\n- red\n- blue')
  expect(question?.answer).toEqual(['Some. See the page: red blue '])
})

test('a fact is left for its study to fill in, and a number to call is read out', () => {
  const [question] = ask(
    '## Q [#faq]\n\n### One?\n\nIn <Fact study="a" is="dose" round />, call <Phone number="988" />.',
  )
  expect(question?.answer).toEqual(['In ', { study: 'a', is: 'dose', round: true }, ', call 988. '])
})
