import { type Kysely, PostgresAdapter } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

/** Which of the two databases this is. Only this folder asks; everyone else writes queries that both understand. */
export function engineOf(db: { getExecutor: () => { adapter: unknown } }): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

/** The column type for raw bytes. */
export function bytesOf(db: Kysely<unknown>): 'blob' | 'bytea' {
  return engineOf(db) === 'postgres' ? 'bytea' : 'blob'
}
