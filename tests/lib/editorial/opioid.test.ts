import { expect, test } from 'vitest'
import { checkOpioidMedicines } from '#lib/editorial/opioid.ts'
import { judge } from '#tests/support/manuscript.ts'

const block =
  '## Which medicines work? [#proven-opioid-medicines]\n\nAsk about buprenorphine, methadone and naltrexone.'

test.each([
  ['the topic', 'Hello.', { topic: 'opioids' }],
  ['the title', 'Hello.', { title: 'Can ketamine help with heroin?' }],
  ['a heading', '## What about opioids? [#opioids]\n\nHello.', {}],
])('a page that is about opioids by %s needs the proven medicines', (_sign, body, fields) => {
  const [problem] = judge(checkOpioidMedicines, body, fields)
  expect(problem).toMatchObject({ level: 'fail' })
  expect(problem?.message).toContain('[#proven-opioid-medicines]')
})

test('a page that only warns of mixing drugs does not', () => {
  expect(judge(checkOpioidMedicines, 'Ketamine with opioids can kill.')).toEqual([])
})

test('the section names all three medicines, and naloxone', () => {
  const [problem] = judge(checkOpioidMedicines, block, { topic: 'opioids' })
  expect(problem?.message).toBe('This section must also name naloxone.')
  const whole = `${block}\n\n### What if someone stops breathing?\n\nGive naloxone.`
  expect(judge(checkOpioidMedicines, whole, { topic: 'opioids' })).toEqual([])
})

test('a medicine named in the next section does not count', () => {
  const body = `${block}\n\n## What next? [#next]\n\nCarry naloxone.`
  expect(judge(checkOpioidMedicines, body, { topic: 'opioids' })).toHaveLength(1)
})
