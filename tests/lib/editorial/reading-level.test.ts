import { expect, test } from 'vitest'
import { checkReadingLevel, gradeLimits, measureReading } from '#lib/editorial/reading-level.ts'
import { judge, messagesOf } from '#tests/support/manuscript.ts'

const hard = 'Pharmacological interventions necessitate individualized psychiatric evaluation beforehand.'
const simple = 'Ask a doctor first. You can say no. It is up to you.'

test('plain words and short sentences pass', () => {
  expect(judge(checkReadingLevel, simple)).toEqual([])
})

test('a page too hard to read fails on every measure, at its hardest sentence', () => {
  const problems = judge(checkReadingLevel, `${simple}\n\n${hard} ${hard} ${hard}`)
  expect(messagesOf(problems).map((message) => message.split('grade')[0])).toEqual([
    'fail: The page reads at Flesch-Kincaid ',
    'fail: The page reads at SMOG ',
    'fail: The page reads at Flesch-Kincaid ',
  ])
  expect(problems[0]?.excerpt).toBe(hard)
})

test('a page that is only a little too hard is a warning', () => {
  const middling = 'The doctor will ask about any other medicine you take.'
  const problems = judge(checkReadingLevel, middling, { mainMessage: middling, keyPoints: Array(3).fill(middling) })
  expect(problems.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn'])
})

test('headings and tables are not prose', () => {
  expect(judge(checkReadingLevel, `## ${hard} [#hard]\n\n${simple}\n\n| ${hard} |\n|---|\n| ${hard} |`)).toEqual([])
})

test('words inside a warning box and a list count', () => {
  const boxed = `<Warning title="Stop">\n\n${hard}\n\n</Warning>\n\n- ${hard}\n- ${hard}`
  expect(judge(checkReadingLevel, boxed).some(({ level }) => level === 'fail')).toBe(true)
})

test('the main message and the key points count', () => {
  expect(judge(checkReadingLevel, simple, { mainMessage: hard, keyPoints: [hard, hard, hard] })).not.toEqual([])
})

test('a known text has its known grade', () => {
  const { fleschKincaid, smog } = measureReading([{ text: 'The cat sat on the mat.' }])
  expect(fleschKincaid).toBeCloseTo(-1.45, 2)
  expect(smog).toBeCloseTo(3.13, 2)
})

test('the aim is always easier than the limit', () => {
  for (const { warn, fail } of Object.values(gradeLimits)) expect(warn).toBeLessThan(fail)
})

test('the words of our subject count as short in the adjusted grade, and only there', () => {
  const [subject, other] = ['Buprenorphine can help.', 'Individuality can help.'].map((text) =>
    measureReading([{ text }]),
  )
  expect(subject?.adjusted).toBeLessThan(subject?.fleschKincaid ?? 0)
  expect(other?.adjusted).toBe(other?.fleschKincaid)
})
