import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { engineOf } from './engine.ts'
import { storageFailureOf } from './failure.ts'
import type { Db } from './schema.ts'

const LIMIT_MS = 15_000
const PAUSE_MS = 50
const holdingInquiries = ['inquiry', 'delivery', 'blind_index', 'inquiry_event', 'viewing', 'webhook_event'] as const

/**
 * Leaves nothing of deleted rows in the files of the database; false when others kept it too busy, to be tried again.
 *
 * SQLite: the file is written anew and the log emptied. PostgreSQL: the tables are written anew and the old files
 * removed; its own log (pg_wal), replicas and backups keep the old bytes until the server recycles them.
 */
export async function wipeDeleted(db: Db, { limitMs = LIMIT_MS } = {}): Promise<boolean> {
  if (engineOf(db) === 'postgres') {
    for (const table of holdingInquiries) await sql`vacuum (full) ${sql.table(table)}`.execute(db)
    return true
  }

  const giveUpAt = performance.now() + limitMs
  for (;;) {
    if (await wipeSqlite(db)) return true
    if (performance.now() >= giveUpAt) return false
    await pause(PAUSE_MS)
  }
}

async function wipeSqlite(db: Db): Promise<boolean> {
  try {
    // secure_delete overwrites what is deleted, but not what moved within a page; only writing all pages anew does.
    await sql`vacuum`.execute(db)
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    return rows[0]?.busy === 0
  } catch (error) {
    if (storageFailureOf(error) === 'busy') return false
    throw error
  }
}
