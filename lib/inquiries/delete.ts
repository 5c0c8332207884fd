import type { Transaction } from 'kysely'
import { type Actor, recordAudit } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { dropWatermark, readWatermark, writeWatermark } from '#lib/db/watermark.ts'
import { wipeDeleted } from '#lib/db/wipe.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { type Countable, tallyPurged, type WorkingMs } from './tally.ts'

const WIPE_OWED = 'wipe-owed'

type Deleted = Countable & { id: string; reference: string; reason: string }
export type DeletedBy = {
  actor: Actor
  now: number
  /** How long an answer took is counted before it is gone: in the clinic's hours unless told otherwise. */
  workingMs?: WorkingMs
}

const inClinicHours: WorkingMs = (from, to) => workingMsBetween(from, to, currentHours())

/** What a deletion must know of an inquiry. */
export const deletedColumns = [
  'id',
  'reference',
  'received_at',
  'answered_at',
  'due_at',
  'status',
  'quarantined_at',
] as const

/** Deletes inquiries and all that hangs on them, and leaves one audit entry each and the counts of the week. */
export async function deleteInTransaction(
  transaction: Transaction<Schema>,
  inquiries: Deleted[],
  { actor, now, workingMs = inClinicHours }: DeletedBy,
): Promise<void> {
  const ids = inquiries.map(({ id }) => id)
  if (ids.length === 0) return
  await tallyPurged(transaction, inquiries, workingMs)
  // Everything else goes with the row itself: deliveries, index, events, viewings.
  await transaction
    .deleteFrom('webhook_event')
    .where('delivery_id', 'in', (delivery) =>
      delivery.selectFrom('delivery').select('delivery.id').where('delivery.inquiry_id', 'in', ids),
    )
    .execute()
  await transaction.deleteFrom('inquiry').where('id', 'in', ids).execute()
  for (const { reference, reason } of inquiries)
    await recordAudit(transaction, { actor, action: 'delete', subject: `inquiry/${reference}`, detail: reason, now })
  const owedSince = await readWatermark(transaction, WIPE_OWED)
  await writeWatermark(transaction, WIPE_OWED, Math.max(now, (owedSince ?? 0) + 1))
}

/** Deletes one inquiry at somebody's word, whatever its state; false when there is none. */
export async function deleteInquiry(db: Db, reference: string, by: DeletedBy): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const row = await transaction
      .selectFrom('inquiry')
      .select(deletedColumns)
      .where('reference', '=', reference)
      .executeTakeFirst()
    if (row) await deleteInTransaction(transaction, [{ ...row, reason: 'asked-for' }], by)
    return row !== undefined
  })
}

/**
 * Wipes what deletions left in the files, if any did, even before the process was killed; false when it is still owed,
 * also for what was deleted meanwhile.
 */
export async function wipeIfOwed(db: Db): Promise<boolean> {
  const owedSince = await retryWhenBusy(() => readWatermark(db, WIPE_OWED))
  if (owedSince === undefined) return true
  if (!(await wipeDeleted(db))) return false
  // What was deleted while it ran is still owed: the mark of that is another one.
  return retryWhenBusy(() => dropWatermark(db, WIPE_OWED, owedSince))
}
