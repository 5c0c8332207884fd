import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { isPastDeadline } from './deadline.ts'

export type Retried = 'due-now' | 'due-now-may-repeat' | 'already-sent' | 'being-sent' | 'held' | 'not-found'

/**
 * Makes a delivery due at once, on somebody's word.
 *
 * Past 23 hours it starts afresh, and then a mail that did go earlier may go again: `due-now-may-repeat`.
 */
export async function retryDelivery(db: Db, inquiryId: string, now: number): Promise<Retried> {
  return inTransaction(db, async (transaction) => {
    const delivery = await transaction
      .selectFrom('delivery')
      .innerJoin('inquiry', 'inquiry.id', 'delivery.inquiry_id')
      .select(['delivery.id', 'delivery.state', 'delivery.first_attempt_at', 'inquiry.quarantined_at'])
      .where('delivery.inquiry_id', '=', inquiryId)
      .where('delivery.kind', '=', 'clinic')
      // Somebody may have had it sent again: what became of the first says nothing then.
      .orderBy('delivery.next_attempt_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!delivery) return 'not-found'
    if (delivery.state === 'sent') return 'already-sent'
    if (delivery.state === 'sending') return 'being-sent'
    if (delivery.state === 'held' && delivery.quarantined_at !== null) return 'held'

    const mayRepeat = delivery.first_attempt_at !== null && isPastDeadline(delivery.first_attempt_at, now)
    await transaction
      .updateTable('delivery')
      .set({ state: 'pending', next_attempt_at: now, settled_at: null, ...(mayRepeat && { first_attempt_at: null }) })
      .where('id', '=', delivery.id)
      .execute()
    return mayRepeat ? 'due-now-may-repeat' : 'due-now'
  })
}
