import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Actor } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { type DeletedBy, deletedColumns, deleteInTransaction, wipeIfOwed } from './delete.ts'
import { type RetentionRules, retentionEnds } from './retention.ts'
import type { WorkingMs } from './tally.ts'
import { STEP_MS_MAX, trustedTime } from './trusted-time.ts'

export type Purging = {
  db: Db
  now: number
  rules: RetentionRules
  workingMs?: WorkingMs
  actor?: Actor
  /** A person has compared the clock with the date; then it is believed as it stands. */
  isClockConfirmed?: boolean
  /** Says what would go, and changes nothing. */
  isDryRun?: boolean
}

export type Purged =
  | { kind: 'clock-behind'; seenAt: number }
  | {
      kind: 'done'
      deleted: string[]
      /** Due, but the clinic is still owed an e-mail about them. */
      kept: string[]
      /** Due by the clock, but not yet by the time that is certain. */
      waiting: number
      /** Nothing of what was deleted is left in the files. */
      isWiped: boolean
    }

const BATCH = 100

/** Deletes what is past its retention, never early, and wipes it from the files. */
export async function purgeDue(purging: Purging): Promise<Purged> {
  const { db, now, rules, actor = 'schedule', isDryRun = false } = purging
  const time = await inTransaction(db, (transaction) => trustedTime(transaction, purging))
  if (time.kind === 'clock-behind') return time

  // A step as short as this is not noticed, so it must not matter either.
  const ends = retentionEnds(rules, time.at - STEP_MS_MAX)
  const kept = await retryWhenBusy(() => due(db, ends, true).select('reference').execute())
  const byClock = await retryWhenBusy(() => due(db, retentionEnds(rules, now), false).select('id').execute())
  const deleted = isDryRun
    ? await retryWhenBusy(() => due(db, ends, false).select('reference').execute())
    : await deleteAll(db, ends, { ...purging, actor })

  return {
    kind: 'done',
    deleted: deleted.map(({ reference }) => reference),
    kept: kept.map(({ reference }) => reference),
    waiting: byClock.length - deleted.length,
    isWiped: isDryRun || (await wipeIfOwed(db)),
  }
}

type Ends = ReturnType<typeof retentionEnds>

async function deleteAll(db: Db, ends: Ends, by: DeletedBy) {
  const deleted: { reference: string }[] = []
  for (;;) {
    const batch = await inTransaction(db, async (transaction) => {
      const rows = await due(transaction, ends, false)
        .select([...deletedColumns, 'closed_at', 'opened_at'])
        .orderBy('id')
        .limit(BATCH)
        .execute()
      await deleteInTransaction(
        transaction,
        rows.map((row) => ({ ...row, reason: reasonFor(row, ends) })),
        by,
      )
      return rows
    })
    deleted.push(...batch)
    if (batch.length < BATCH) return deleted
    // SQLite answers at once, so without this nobody else would have a turn until the last is gone.
    await nextTurn()
  }
}

function reasonFor(row: { closed_at: number | null; opened_at: number | null }, { closedBefore }: Ends): string {
  if (row.closed_at !== null && row.closed_at <= closedBefore) return 'closed'
  return row.opened_at === null ? 'too-old-and-never-opened' : 'too-old'
}

/** Only an e-mail that is on its way keeps an inquiry. One that needs attention had months of it, and waits for ever. */
function due(db: Kysely<Schema>, { closedBefore, receivedBefore }: Ends, isOwed: boolean) {
  const owed = ({ exists, selectFrom }: ExpressionBuilder<Schema, 'inquiry'>) =>
    exists(
      selectFrom('delivery')
        .select('delivery.id')
        .whereRef('delivery.inquiry_id', '=', 'inquiry.id')
        .where('delivery.kind', 'in', ['clinic', 'backup'])
        .where('delivery.state', 'in', ['pending', 'sending']),
    )
  return db
    .selectFrom('inquiry')
    .where(({ or, eb }) => or([eb('closed_at', '<=', closedBefore), eb('received_at', '<=', receivedBefore)]))
    .where((builder) => (isOwed ? owed(builder) : builder.not(owed(builder))))
}
