import { expect, test } from 'vitest'
import { checkFirstUse, checkTerms } from '#lib/editorial/term.ts'
import { judge } from '#tests/support/manuscript.ts'

const term = (id: string, name: string, definition = 'A word.') => ({ id, term: name, definition, reviewedBy: null })
const glossary = new Map([
  [
    'en',
    [
      term('craving', 'Craving'),
      term('infusion', 'Infusion (IV)'),
      term('ketamine', 'Ketamine'),
      term('naltrexone', 'Naltrexone', 'A medicine for drinking.'),
    ],
  ],
])
const around = { glossary }

test('a term names a word of the glossary', () => {
  expect(judge(checkTerms, '<Term id="craving">Cravings</Term> pass.', {}, around)).toEqual([])
  expect(judge(checkTerms, '<Term id="carving">Cravings</Term> pass.', {}, around)).toMatchObject([{ level: 'fail' }])
})

test.each(['Cravings pass.', 'You get an IV.'])('an article that does not explain a word is warned: %s', (text) => {
  expect(judge(checkFirstUse, text, {}, around)).toMatchObject([{ level: 'warn', line: 24 }])
})

test.each([
  '<Term id="craving">Cravings</Term> pass. Another craving comes.',
  'A craving is a strong urge.',
  'You get an infusion, a slow drip into a vein.',
  'A craving (a strong urge) can come.',
  'A strong urge is called a craving.',
  'You may feel cravings. They do pass.',
  'Ask about naltrexone, a medicine.',
  'Medicines such as naltrexone help some people.',
  'Ketamine is why you came here.',
])('a word that is linked, explained or known passes: %s', (text) => {
  expect(judge(checkFirstUse, text, {}, around)).toEqual([])
})

test('one warning names every word and its line', () => {
  const [problem, ...others] = judge(checkFirstUse, 'You get an IV.\n\nCravings pass.', {}, around)
  expect(others).toEqual([])
  expect(problem?.message).toContain('Infusion (IV) (line 24), Craving (line 26)')
})
