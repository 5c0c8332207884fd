import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/db/transaction.ts'
import { deliveryContext } from '#lib/inquiries/seal-context.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { openSealed, sealFor } from '#lib/seal/sealed-box.ts'
import type { Desk } from './desk.ts'
import { recordEvent } from './event.ts'

type SentAgain = 'owed-again' | 'on-its-way' | 'in-quarantine' | 'not-found'

type FrozenMail = { tags: { name: string; value: string }[] }

/** Owes the clinic its e-mail about an inquiry once more, as a delivery of its own; what it replaces stays as it ended. */
export async function sendAgain(desk: Desk, reference: string): Promise<SentAgain> {
  const { db, keys, now } = desk
  const done = await inTransaction(db, async (transaction): Promise<SentAgain> => {
    const mails = await transaction
      .selectFrom('inquiry')
      .innerJoin('delivery', 'delivery.inquiry_id', 'inquiry.id')
      .select([
        'inquiry.id',
        'delivery.id as deliveryId',
        'delivery.state',
        'delivery.sealed_payload',
        'inquiry.quarantined_at',
      ])
      .where('inquiry.reference', '=', reference)
      .where('delivery.kind', '=', 'clinic')
      .orderBy('delivery.next_attempt_at', 'desc')
      .execute()
    // Of several, one that has not ended speaks for all: whoever presses twice owes one mail.
    const last = mails.find(({ state }) => state !== 'sent' && state !== 'attention') ?? mails[0]
    if (!last) return 'not-found'
    // Held without quarantine: so many came at once that its e-mail waits a little.
    if (last.state === 'held') return last.quarantined_at === null ? 'on-its-way' : 'in-quarantine'
    if (last.state === 'pending' || last.state === 'sending') return 'on-its-way'

    const deliveryId = randomUUID()
    const frozen = openSealed(keys.privateKeys, last.sealed_payload, deliveryContext(last.deliveryId)).toString()
    const mail: FrozenMail = JSON.parse(frozen)
    const tags = mail.tags.map((tag) => (tag.name === 'delivery' ? { ...tag, value: deliveryId } : tag))
    await transaction
      .updateTable('delivery')
      .set({ replaced_at: now })
      .where('inquiry_id', '=', last.id)
      .where('kind', '=', 'clinic')
      .execute()
    await enqueueDelivery(transaction, {
      id: deliveryId,
      inquiryId: last.id,
      kind: 'clinic',
      onceKey: `inquiry/${last.id}/clinic/${deliveryId}`,
      sealedPayload: sealFor(keys.publicKeys, JSON.stringify({ ...mail, tags }), deliveryContext(deliveryId)),
      now,
    })
    await recordEvent(desk, transaction, { id: last.id, reference }, { kind: 'sent-again' })
    return 'owed-again'
  })
  if (done === 'owed-again') wakeDelivery()
  return done
}
