import type { Transaction } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'

export type Work = Transaction<Schema>

/** All of it or nothing, and again while another process holds the lock. */
export function inTransaction<Result>(db: Db, act: (transaction: Work) => Promise<Result>): Promise<Result> {
  return retryWhenBusy(() => db.transaction().execute(act))
}
