import type { Db } from '#lib/db/schema.ts'
import { localMailbox } from '#lib/email/local-mailbox.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { claimDelivery } from '#lib/outbox/claim.ts'
import { recordProviderEvent } from '#lib/outbox/provider-event.ts'
import { type Outcome, settleDelivery } from '#lib/outbox/settle.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import type { Scene } from './scene.ts'

/** Puts what is owed into the local mailbox, and nowhere else: no other mailer is known here. */
export function demoPostman(db: Db, mailbox: string, privateKeys: readonly PrivateKey[]) {
  const deliver = deliverThrough(localMailbox(mailbox), privateKeys)

  return async (now: number, trouble?: Scene['trouble']): Promise<void> => {
    for (;;) {
      const claim = await claimDelivery(db, { owner: 'demo', now })
      if (!claim) return
      const isTroubled = trouble !== undefined && claim.kind === 'clinic'
      const outcome: Outcome =
        isTroubled && 'failure' in trouble ? { kind: 'attention', failure: trouble.failure } : await deliver(claim)
      if (outcome.kind !== 'sent' && outcome.kind !== 'attention')
        throw new Error('The local mailbox of the demo cannot be written.')
      await settleDelivery(db, claim, outcome, { now, random: Math.random })
      if (isTroubled && 'fate' in trouble) {
        const { fate } = trouble
        const event = { id: `demo-${claim.id}`, type: `email.${fate}`, createdAt: now, deliveryId: claim.id }
        await recordProviderEvent(db, { ...event, provesTaken: true, fate }, now)
      }
    }
  }
}
