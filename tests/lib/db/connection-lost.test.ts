import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { lossAtConnecting, lossDuring } from '#lib/db/connection-lost.ts'

function serverError(code: string, severity: string) {
  return Object.assign(new DatabaseError(code, code.length, 'error'), { code, severity })
}
const socketError = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })

test.each([
  ['a reset', socketError],
  ['an end in the middle', new Error('Connection terminated unexpectedly')],
  ['silence', new Error('Query read timeout')],
  ['an end by the administrator', serverError('57P01', 'FATAL')],
])('%s before the end of a transaction means that it was not done', (_, error) => {
  expect(lossDuring(error, false)).toMatchObject({ code: 'CONNECTION_LOST' })
})

test.each([
  ['a reset', socketError],
  ['silence', new Error('Query read timeout')],
])('%s while it was being committed leaves open whether it was done', (_, error) =>
  expect(lossDuring(error, true)).toMatchObject({ code: 'OUTCOME_UNKNOWN' }),
)

test.each([serverError('40001', 'ERROR'), serverError('23505', 'ERROR'), new TypeError('ours'), 'text'])(
  'an answer of the server, or a mistake of ours, is no loss',
  (error) => expect(lossDuring(error, true)).toBeUndefined(),
)

test('a wrong password stays what it is; a server that is starting is out of reach', () => {
  const wrong = serverError('28P01', 'FATAL')
  expect(lossAtConnecting(wrong)).toBe(wrong)
  expect(lossAtConnecting(serverError('57P03', 'FATAL'))).toMatchObject({ code: 'CONNECTION_LOST' })
  expect(lossAtConnecting(new Error('timeout exceeded'))).toMatchObject({ code: 'CONNECTION_LOST' })
})
