import { sql, type Transaction } from 'kysely'
import { engineOf } from './engine.ts'
import type { Schema } from './schema.ts'

// Any number will do, as long as nobody else who uses this database takes the same one.
const lockNumbers = { audit: 7_302_651 } as const

/** Until this transaction ends, nobody else gets past here with the same name. A transaction on SQLite is alone anyway. */
export async function beAlone(transaction: Transaction<Schema>, name: keyof typeof lockNumbers): Promise<void> {
  if (engineOf(transaction) === 'sqlite') return
  await sql`select pg_advisory_xact_lock(${sql.lit(lockNumbers[name])})`.execute(transaction)
}
