import { type Kysely, PostgresAdapter, type SelectQueryBuilder, sql, type Transaction } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

/** Which of the two databases this is. Only this folder asks; everyone else writes queries that both understand. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

/** The column type for raw bytes. */
export function bytesOf(db: Kysely<unknown>): 'blob' | 'bytea' {
  return engineOf(db) === 'postgres' ? 'bytea' : 'blob'
}

/** Passes over rows that somebody else is just taking. SQLite lets one writer in at a time, so there is nobody else. */
export function skipLocked<Tables, Table extends keyof Tables, Output>(
  db: Pick<Kysely<unknown>, 'getExecutor'>,
  query: SelectQueryBuilder<Tables, Table, Output>,
): SelectQueryBuilder<Tables, Table, Output> {
  return engineOf(db) === 'postgres' ? query.forUpdate().skipLocked() : query
}

/** Waits until no other transaction of this name runs, of any process, and then until this one is over. */
export async function takeTurn<Tables>(transaction: Transaction<Tables>, name: string): Promise<void> {
  if (engineOf(transaction) === 'sqlite') return
  await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(transaction)
}
