import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

/** All of it or nothing, and again while another process holds the lock. */
export function inTransaction<Result>(db: Db, act: (transaction: Db) => Promise<Result>): Promise<Result> {
  return retryWhenBusy(() => db.transaction().execute(act))
}
