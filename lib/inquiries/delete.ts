import type { Transaction } from 'kysely'
import { type Actor, recordAudit } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { dropWatermark, readWatermark, writeWatermark } from '#lib/db/watermark.ts'
import { wipeDeleted } from '#lib/db/wipe.ts'

const WIPE_OWED = 'wipe-owed'

type Deleted = { id: string; reference: string; why: string }

/** Deletes inquiries and all that hangs on them, and leaves one audit entry each: that it was, why, and when. */
export async function deleteInTransaction(
  transaction: Transaction<Schema>,
  inquiries: Deleted[],
  { actor, now }: { actor: Actor; now: number },
): Promise<void> {
  const ids = inquiries.map(({ id }) => id)
  if (ids.length === 0) return
  // Everything else goes with the row itself: deliveries, index, events, viewings.
  await transaction
    .deleteFrom('webhook_event')
    .where('delivery_id', 'in', (delivery) =>
      delivery.selectFrom('delivery').select('delivery.id').where('delivery.inquiry_id', 'in', ids),
    )
    .execute()
  await transaction.deleteFrom('inquiry').where('id', 'in', ids).execute()
  for (const { reference, why } of inquiries)
    await recordAudit(transaction, { actor, action: 'delete', subject: `inquiry/${reference}`, detail: why, now })
  await writeWatermark(transaction, WIPE_OWED, now)
}

/** Deletes one inquiry at somebody's word, whatever its state; false when there is none. */
export async function deleteInquiry(
  db: Db,
  reference: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<boolean> {
  return retryWhenBusy(() =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('inquiry')
        .select(['id', 'reference'])
        .where('reference', '=', reference)
        .executeTakeFirst()
      if (row) await deleteInTransaction(transaction, [{ ...row, why: 'asked-for' }], { actor, now })
      return row !== undefined
    }),
  )
}

/** Wipes what deletions left in the files, if any did, even before the process was killed; false when it is still owed. */
export async function wipeIfOwed(db: Db): Promise<boolean> {
  const owedSince = await retryWhenBusy(() => readWatermark(db, WIPE_OWED))
  if (owedSince === undefined) return true
  if (!(await wipeDeleted(db))) return false
  await retryWhenBusy(() => dropWatermark(db, WIPE_OWED))
  return true
}
