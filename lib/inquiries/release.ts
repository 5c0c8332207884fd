import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'

/** Lets an inquiry out of quarantine: its mails are due now. False when it was not held. */
export async function releaseInquiry(db: Db, id: string, now: number): Promise<boolean> {
  const isReleased = await retryWhenBusy(() =>
    db.transaction().execute(async (transaction) => {
      const released = await transaction
        .updateTable('inquiry')
        .set((row) => ({ quarantined_at: null, version: row('version', '+', 1) }))
        .where('id', '=', id)
        .where('quarantined_at', 'is not', null)
        .executeTakeFirst()
      if (released.numUpdatedRows === 0n) return false

      await transaction
        .updateTable('delivery')
        .set({ state: 'pending', next_attempt_at: now })
        .where('inquiry_id', '=', id)
        .where('state', '=', 'held')
        .execute()
      return true
    }),
  )
  if (isReleased) wakeDelivery()
  return isReleased
}
