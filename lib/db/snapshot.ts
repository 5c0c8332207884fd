import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'
import type { Db, Schema } from './schema.ts'

const FETCHED_AT_ONCE = 200

export type Row = Record<string, unknown>
export type Snapshot = { tables: string[]; rowsOf: (table: string) => AsyncGenerator<Row> }

/**
 * Reads the whole database as it is at one moment, while others go on writing to it.
 *
 * On SQLite it needs a connection of its own: `db` must not be the one that serves visitors.
 */
export async function inSnapshot<Result>(db: Db, act: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const isPostgres = engineOf(connection) === 'postgres'
    await (isPostgres ? sql`begin isolation level repeatable read read only` : sql`begin`).execute(connection)
    try {
      const tables = (await connection.introspection.getTables()).map(({ name }) => name).sort()
      const rowsOf = (table: string) => (isPostgres ? fetchRows(connection, table) : streamRows(connection, table))
      return await act({ tables, rowsOf })
    } finally {
      await sql`rollback`.execute(connection).catch(() => {})
    }
  })
}

async function* streamRows(connection: Kysely<Schema>, table: string): AsyncGenerator<Row> {
  let count = 0
  for await (const row of (connection as Kysely<Record<string, Row>>).selectFrom(table).selectAll().stream()) {
    yield row
    count += 1
    // SQLite answers at once, so without this no visitor would have a turn until the last is read.
    if (count % FETCHED_AT_ONCE === 0) await nextTurn()
  }
}

async function* fetchRows(connection: Kysely<Schema>, table: string): AsyncGenerator<Row> {
  await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(connection)
  try {
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(FETCHED_AT_ONCE)} from backup`.execute(connection)
      yield* rows
      if (rows.length < FETCHED_AT_ONCE) return
    }
  } finally {
    await sql`close backup`.execute(connection).catch(() => {})
  }
}
