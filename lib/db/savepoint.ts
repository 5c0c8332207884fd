import { sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Does something inside a transaction whose failure must not undo the rest: what it changed is taken back, and the
 * error is returned in place of a result.
 */
export async function trySafely<Result>(
  transaction: Transaction<Schema>,
  act: () => Promise<Result>,
): Promise<Result | Error> {
  await sql`savepoint trying`.execute(transaction)
  try {
    const result = await act()
    await sql`release savepoint trying`.execute(transaction)
    return result
  } catch (error) {
    // Where even this fails, the transaction itself is lost, and its own failure says why.
    await sql`rollback to savepoint trying`.execute(transaction)
    return error instanceof Error ? error : new Error('unknown', { cause: error })
  }
}
