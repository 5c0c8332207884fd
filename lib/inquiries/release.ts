import type { Transaction } from 'kysely'
import { recordAudit } from '#lib/audit/record.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'

/** Lets an inquiry out of quarantine at the word of a command: its mails are due now. False when it was not held. */
export async function releaseInquiry(db: Db, id: string, now: number): Promise<boolean> {
  const isReleased = await inTransaction(db, async (transaction) => {
    const released = await transaction
      .updateTable('inquiry')
      .set((row) => ({ quarantined_at: null, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .where('quarantined_at', 'is not', null)
      .returning('reference')
      .executeTakeFirst()
    if (!released) return false

    await oweHeldMails(transaction, id, now)
    await recordAudit(transaction, {
      actor: 'command',
      action: 'inquiry-released',
      subject: `inquiry/${released.reference}`,
      now,
    })
    return true
  })
  if (isReleased) wakeDelivery()
  return isReleased
}

/** The mails that were held back are due now. */
export async function oweHeldMails(transaction: Transaction<Schema>, id: string, now: number): Promise<void> {
  await transaction
    .updateTable('delivery')
    .set({ state: 'pending', next_attempt_at: now })
    .where('inquiry_id', '=', id)
    .where('state', '=', 'held')
    .execute()
}
