import { expect, test } from 'vitest'
import { storageFailureOf } from '#lib/db/failure.ts'

test.each([
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_RECOVERY', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_IOERR_WRITE', 'unreadable'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_CORRUPT_INDEX', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['53100', 'full'],
  ['25006', 'read-only'],
  ['58030', 'unreadable'],
  ['57P01', 'unreachable'],
  ['28P01', 'unreachable'],
  ['CONNECTION_LOST', 'unreachable'],
  ['XX001', 'corrupt'],
  ['23505', undefined],
  ['42P01', undefined],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ['SQLITE_ERROR', undefined],
])('takes %s for %s', (code, failure) => {
  expect(storageFailureOf(Object.assign(new Error(code), { code }))).toBe(failure)
})

test.each([new TypeError('ours'), 'text', null, undefined, { code: 'SQLITE_FULL' }])(
  'takes anything else for a mistake of ours',
  (error) => expect(storageFailureOf(error)).toBeUndefined(),
)
