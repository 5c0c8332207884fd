import { type DialectAdapter, type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

// Next bundles a copy of this file and of Kysely and is given the database of the process, so no class says what it is.
const ENGINE = Symbol.for('clinic.database-engine')

type NamedAdapter = DialectAdapter & { [ENGINE]?: Engine }

/** Writes on a dialect's adapter which database it is for. */
export function nameEngine(adapter: DialectAdapter, engine: Engine): DialectAdapter {
  return Object.assign(adapter, { [ENGINE]: engine })
}

/** Which of the two databases this is. Only this folder asks; everyone else writes queries that both understand. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  const engine = (db.getExecutor().adapter as NamedAdapter)[ENGINE]
  if (!engine) throw new Error('This database was not opened by openDatabase.')
  return engine
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
