import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { type ClinicHours, fingerprintOfHours, workingDayMs } from '#lib/hours/clinic-hours.ts'
import { addWorkingMs } from '#lib/hours/working-time.ts'

const AT_ONCE = 200
const APPLIED = 'hours/'

type Goal = {
  hours: ClinicHours
  /** The working time in which every inquiry is to be answered; one working day when not given. */
  dueWorkingMs?: number | undefined
}

/**
 * Says by when each inquiry is due, and when half of that time is over.
 *
 * Not done on acceptance: hours that change later are then put right for everything still unanswered, by the same way.
 */
export async function applyHours(db: Db, now: number, goal: Goal): Promise<void> {
  const dueMs = goal.dueWorkingMs ?? workingDayMs(goal.hours)
  const fingerprint = createHash('sha256')
    .update(`${fingerprintOfHours(goal.hours)} ${dueMs}`)
    .digest('hex')
  await inTransaction(db, (transaction) => forgetOtherHours(transaction, fingerprint, now))
  while ((await retryWhenBusy(() => fillIn(db, goal.hours, dueMs), { isRepeatable: true })) === AT_ONCE);
}

async function forgetOtherHours(transaction: Transaction<Schema>, fingerprint: string, now: number): Promise<void> {
  const name = `${APPLIED}${fingerprint}`
  const applied = await transaction.selectFrom('watermark').select('name').where('name', '=', name).execute()
  if (applied.length > 0) return

  await transaction
    .updateTable('inquiry')
    .set({ due_at: null, amber_at: null })
    .where('closed_at', 'is', null)
    .where('answered_at', 'is', null)
    .execute()
  await transaction.deleteFrom('watermark').where('name', 'like', `${APPLIED}%`).execute()
  await transaction.insertInto('watermark').values({ name, at: now }).execute()
}

async function fillIn(db: Db, hours: ClinicHours, dueMs: number): Promise<number> {
  const rows = await db
    .selectFrom('inquiry')
    .select(['id', 'received_at'])
    .where('due_at', 'is', null)
    .where('closed_at', 'is', null)
    .limit(AT_ONCE)
    .execute()
  if (rows.length === 0) return 0

  await db.transaction().execute(async (transaction) => {
    for (const { id, received_at } of rows)
      await transaction
        .updateTable('inquiry')
        .set({
          amber_at: addWorkingMs(received_at, dueMs / 2, hours),
          due_at: addWorkingMs(received_at, dueMs, hours),
        })
        .where('id', '=', id)
        .execute()
  })
  return rows.length
}
