import type { Transaction } from 'kysely'
import { retryWhenBusy } from './retry-when-busy.ts'
import type { Db, Schema } from './schema.ts'

/** All of it or nothing, and again, from the start, while another holds the lock. */
export function inTransaction<Result>(
  db: Db,
  act: (transaction: Transaction<Schema>) => Promise<Result>,
  retrying: { isRepeatable?: boolean; limitMs?: number } = {},
): Promise<Result> {
  return retryWhenBusy(() => db.transaction().execute(act), retrying)
}
