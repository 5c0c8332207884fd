import type { Transaction } from 'kysely'
import type { DeliveryKind, Schema } from '#lib/db/schema.ts'

type NewDelivery = {
  id: string
  inquiryId: string | null
  kind: DeliveryKind
  /** What this mail is, said once; the second with the same key is not owed. */
  onceKey: string
  sealedPayload: Buffer
  isHeld?: boolean
  now: number
}

/**
 * Owes a delivery, in the transaction that stores what it is about: both are kept, or neither.
 *
 * False when a delivery with this once key is owed already, and then nothing changed.
 */
export async function enqueueDelivery(transaction: Transaction<Schema>, delivery: NewDelivery): Promise<boolean> {
  const result = await transaction
    .insertInto('delivery')
    .values({
      id: delivery.id,
      inquiry_id: delivery.inquiryId,
      kind: delivery.kind,
      once_key: delivery.onceKey,
      sealed_payload: delivery.sealedPayload,
      state: delivery.isHeld ? 'held' : 'pending',
      next_attempt_at: delivery.now,
      attempts: 0,
      first_attempt_at: null,
      lease_until: null,
      owner: null,
      provider_id: null,
      last_failure: null,
      settled_at: null,
      fate: null,
      fate_at: null,
      replaced_at: null,
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
