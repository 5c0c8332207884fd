import { type Kysely, sql } from 'kysely'
import { engineOf } from '#lib/db/engine.ts'
import type { Db } from '#lib/db/schema.ts'

type Rows = Record<string, unknown>[]

/** Everything a migration can change: tables, columns, rules, indexes, and every row. */
export async function pictureOf(db: Db) {
  const anyDb = db as unknown as Kysely<Record<string, Record<string, unknown>>>
  const tables = (await db.introspection.getTables()).map(({ name }) => name).sort()
  const rows: Record<string, Rows> = {}
  for (const table of tables) {
    const found = await anyDb.selectFrom(table).selectAll().execute()
    // When a migration was applied is the one thing that differs from run to run.
    rows[table] = found
      .map(({ applied_at: _appliedAt, ...row }) => row)
      .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
  }
  return { shape: await shapeOf(db), rows }
}

async function shapeOf(db: Db): Promise<Rows> {
  const query =
    engineOf(db) === 'sqlite'
      ? sql`select type, name, tbl_name, sql from sqlite_master order by type, name`
      : sql`
        select table_name as place, column_name as name, concat(data_type, is_nullable, column_default) as what
          from information_schema.columns where table_schema = 'public'
        union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
        union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
          from pg_constraint where conrelid != 0 and connamespace = 'public'::regnamespace
        order by 1, 2, 3`
  return (await query.execute(db)).rows as Rows
}
