import { postgresNames } from './postgres-failure.ts'

const names = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_READONLY: 'read-only',
  EROFS: 'read-only',
  SQLITE_IOERR: 'unreadable',
  EIO: 'unreadable',
  SQLITE_CANTOPEN: 'unreachable',
  SQLITE_PERM: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EMFILE: 'unreachable',
  ENFILE: 'unreachable',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_NOTADB: 'corrupt',
  ...postgresNames,
} as const

type StorageFailure = (typeof names)[keyof typeof names]

/** Why the storage itself could not do it, or undefined when the mistake is ours. */
export function storageFailureOf(error: unknown): StorageFailure | undefined {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Extended codes carry a suffix: SQLITE_IOERR_WRITE, SQLITE_BUSY_SNAPSHOT.
  const found = Object.entries(names).find(([known]) => code === known || code.startsWith(`${known}_`))
  return found?.[1]
}
