import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent } from '#lib/editorial/check.ts'
import { articleWith, clinicFields, manuscriptOf, records, TODAY } from '#tests/support/manuscript.ts'

const clinic = (open: boolean) => manuscriptOf('content/clinic.yaml', stringify({ ...clinicFields, open }))

test('a closed clinic may have facts that nobody has confirmed', () => {
  expect(checkContent([clinic(false)], TODAY)).toEqual([])
})

test('an open clinic fails for every fact that is not known', () => {
  const messages = checkContent([clinic(true)], TODAY).map(({ message }) => message)
  const unknown = Object.entries(clinicFields).filter(([, fact]) => fact === null || [fact].flat().length === 0)
  expect(unknown.map(([name]) => name)).toContain('phone')
  expect(messages.sort()).toEqual(
    unknown
      .map(([name]) => `The clinic is marked open, but "${name}" is not known. Fill it in, or set open to false.`)
      .sort(),
  )
})

test('an open clinic fails for a page nobody has reviewed', () => {
  const problems = checkContent([clinic(true), articleWith('Hello.'), ...records], TODAY)
  expect(problems.some(({ message }) => message.includes('no clinician has reviewed'))).toBe(true)
})

test('problems come page by page, from top to bottom', () => {
  const lines = checkContent([articleWith('It is a miracle.\n\n[here](/contact)'), ...records], TODAY).map(
    ({ line }) => line,
  )
  expect(lines).toEqual(lines.toSorted((one, other) => one - other))
})
