import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'

type NewDelivery = { id: string; inquiryId: string; kind: 'clinic'; sealedPayload: Buffer; now: number }

/** Owes a delivery, in the transaction that stores what it is about: both are kept, or neither. */
export async function enqueueDelivery(transaction: Transaction<Schema>, delivery: NewDelivery): Promise<void> {
  await transaction
    .insertInto('delivery')
    .values({
      id: delivery.id,
      inquiry_id: delivery.inquiryId,
      kind: delivery.kind,
      sealed_payload: delivery.sealedPayload,
      state: 'pending',
      next_attempt_at: delivery.now,
      attempts: 0,
      first_attempt_at: null,
      lease_until: null,
      owner: null,
      provider_id: null,
      last_failure: null,
      settled_at: null,
    })
    .execute()
}
