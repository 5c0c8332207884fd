import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { engineOf } from './engine.ts'
import { storageFailureOf } from './failure.ts'
import { inquiryTables } from './inquiry-table.ts'
import type { Db } from './schema.ts'
import { untilDone } from './until-done.ts'

const LIMIT_MS = 15_000
const SQLITE_PROGRAM = 'lib/db/wipe-process.ts'
/** The exit code of a wipe that others kept from its end. */
const KEPT_BUSY = 75

/**
 * Leaves nothing of deleted rows in the files of the database; false when others kept it too busy, to be tried again.
 *
 * PostgreSQL: the tables are written anew and the old files removed; its own log (pg_wal), replicas and backups keep
 * the old bytes until the server recycles them.
 */
export async function wipeDeleted(db: Db, { limitMs = LIMIT_MS } = {}): Promise<boolean> {
  if (engineOf(db) === 'sqlite') return wipeSqliteAside(db, limitMs)
  const end = await transactionEnd(db)
  return untilDone(async () => (await isForgotten(db, end)) && wipePostgres(db), limitMs)
}

/** In a process of its own it may take its time, and this one goes on answering visitors and storing inquiries. */
async function wipeSqliteAside(db: Db, limitMs: number): Promise<boolean> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
  const child = spawn(process.execPath, [SQLITE_PROGRAM, rows[0]?.file ?? '', String(limitMs), String(KEPT_BUSY)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code === 0) return true
  if (code === KEPT_BUSY) return false
  throw new Error('The process that wipes what was deleted failed.')
}

/** The number of a transaction that comes after all that was deleted until now. */
async function transactionEnd(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db)
  return rows[0]?.id ?? ''
}

/**
 * Nothing that runs can still see what was deleted before `end`, so a new file will be without it.
 *
 * PostgreSQL keeps a row that was deleted for whoever began before that, and takes each one that writes on the whole
 * server, in whichever database, for somebody who could ask for it. `vacuum` does not say which rows it kept.
 */
async function isForgotten(db: Db, end: string): Promise<boolean> {
  const { rows } = await sql<{ forgotten: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${end}::xid8
      and not exists (
        select from pg_stat_activity
        where (datname = current_database() or datname is null) and pid <> pg_backend_pid()
          and age(backend_xmin) > age(${end}::xid8::xid))
      and not exists (select from pg_replication_slots where age(xmin) > age(${end}::xid8::xid))
      as forgotten`.execute(db)
  return rows[0]?.forgotten === true
}

async function wipePostgres(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    // It takes a table for itself; whoever comes while it waits for one would wait as long.
    await sql`set lock_timeout = 500`.execute(connection)
    try {
      for (const table of inquiryTables) await sql`vacuum (full) ${sql.table(table)}`.execute(connection)
      return true
    } catch (error) {
      if (storageFailureOf(error) === 'busy') return false
      throw error
    } finally {
      await sql`reset lock_timeout`.execute(connection)
    }
  })
}
