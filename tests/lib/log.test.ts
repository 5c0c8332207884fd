import { expect, test } from 'vitest'
import { onlyAllowed } from '#lib/log.ts'

test('a log line holds only the allowed fields, whatever it is given', () => {
  const fields = { delivery: 'one', failure: 'no-answer', name: 'Canary', body: 'Canary' }
  expect(onlyAllowed(fields)).toEqual({ delivery: 'one', failure: 'no-answer' })
})
