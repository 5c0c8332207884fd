import { expect, test } from 'vitest'
import { soundsLikeCrisis } from '#lib/search/crisis.ts'

test.each([
  'suicide',
  'suiside',
  'Suicidal thoughts',
  'I want to kill myself',
  'i want to die',
  'overdose',
  'my son overdosed',
  'overdoze',
  "he won't wake up",
  'she is not breathing',
  'seizure',
])('"%s" sounds like a crisis', (query) => {
  expect(soundsLikeCrisis(query)).toBe(true)
})

test.each(['', 'ketamine', 'cost', 'is it safe', 'diet', 'dose', 'how does it end', 'wake up early'])(
  '"%s" does not',
  (query) => {
    expect(soundsLikeCrisis(query)).toBe(false)
  },
)
