import { sql, type Transaction } from 'kysely'
import { engineOf, takeTurn } from './engine.ts'
import { migrations } from './migrations.ts'
import { retryWhenBusy } from './retry-when-busy.ts'
import type { Db, Schema } from './schema.ts'

const LIMIT_MS = 30_000

/** Brings the tables up to date. Killed half way it starts over; of two processes at once, one works and one waits. */
export async function migrateDatabase(db: Db, { now = Date.now, list = migrations } = {}): Promise<void> {
  const applied = await retryWhenBusy(() => appliedIn(db), { isRepeatable: true })
  for (const { number, name, up } of list.filter(({ number }) => !applied.has(number))) {
    // The transaction has its turn from the start, so "is it applied" stays true until it commits.
    await retryWhenBusy(
      () =>
        db
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (transaction) => {
            await takeTurn(transaction, 'migrate')
            if (await isApplied(transaction, number)) return
            await up(transaction as Transaction<unknown>)
            await transaction.insertInto('migration').values({ number, name, applied_at: now() }).execute()
          }),
      { isRepeatable: true, limitMs: LIMIT_MS },
    )
  }
}

/** Read without a turn: what is applied stays so, and with nothing left to do nobody is waited for. */
async function appliedIn(db: Db): Promise<Set<number>> {
  const table =
    engineOf(db) === 'postgres'
      ? sql`select where to_regclass('migration') is not null`
      : sql`select 1 from sqlite_master where name = 'migration'`
  if ((await table.execute(db)).rows.length === 0) return new Set()
  const applied = await db.selectFrom('migration').select('number').execute()
  return new Set(applied.map(({ number }) => number))
}

async function isApplied(transaction: Transaction<Schema>, number: number): Promise<boolean> {
  await transaction.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .execute()
  const applied = await transaction.selectFrom('migration').select('number').where('number', '=', number).execute()
  return applied.length > 0
}
