import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { inquiryTables } from './inquiry-table.ts'
import { retryWhenBusy } from './retry-when-busy.ts'
import type { Db } from './schema.ts'
import { untilDone } from './until-done.ts'

/** Some 30 ms on a busy disk: how long a visitor may find the database taken. */
const ROWS_AT_ONCE = 50
const LOCK_MS_MAX = 15_000

/**
 * Writes every row anew, a few at a time, and every index; then empties the log.
 *
 * `secure_delete` overwrites what is deleted and every page that is given up, but not the copies that stay behind in the
 * empty part of a page when rows are shared out between pages (measured: of 10,000 deleted inquiries, 17 boxes and 51
 * ids). So each row moves to the end of its table: of the pages it leaves, none is left unwritten. VACUUM does the same
 * at once, and keeps all others from writing for as long: 10 s with 600 MB.
 */
export async function wipeSqlite(db: Db, limitMs: number): Promise<boolean> {
  for (const table of inquiryTables) await moveRows(db, table)
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'index' and tbl_name in (${sql.join([...inquiryTables])})`.execute(db)
  for (const { name } of rows) await inTurn(() => sql`reindex ${sql.id(name)}`.execute(db))

  return untilDone(async () => {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    return rows[0]?.busy === 0
  }, limitMs)
}

type Range = { from: number; to: number; end: number }

async function moveRows(db: Db, table: (typeof inquiryTables)[number]): Promise<void> {
  const name = sql.table(table)
  const { rows } = await sql<{ last: number | null }>`select max(rowid) as last from ${name}`.execute(db)
  const last = rows[0]?.last ?? null
  if (last === null) return

  let isMore = true
  while (isMore)
    await inTurn(() =>
      db.transaction().execute(async (transaction) => {
        // Asked each time: visitors go on adding rows at the end.
        const found = await sql<Range>`
          select min(rowid) as "from", max(rowid) as "to", (select max(rowid) from ${name}) as "end"
          from (select rowid from ${name} where rowid <= ${last} order by rowid limit ${sql.lit(ROWS_AT_ONCE)})
          having count(*) > 0`.execute(transaction)
        const range = found.rows[0]
        isMore = range !== undefined && range.to < last
        if (range)
          await sql`update ${name} set rowid = rowid + ${range.end - range.from + 1}
            where rowid between ${range.from} and ${range.to}`.execute(transaction)
      }),
    )
}

/** Does one step, and then leaves the database to the others for as long. */
async function inTurn(step: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now()
  await retryWhenBusy(step, { limitMs: LOCK_MS_MAX })
  await pause(performance.now() - startedAt)
}
