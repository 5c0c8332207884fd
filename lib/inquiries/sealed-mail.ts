import { randomUUID } from 'node:crypto'
import { type Envelope, freezeMail, type RenderedMail } from '#lib/email/freeze-mail.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { deliveryContext } from './seal-context.ts'

/** A mail as every attempt will send it, under an id of its own; only who delivers can open it. */
export function sealMail(
  publicKeys: readonly PublicKey[],
  rendered: RenderedMail,
  envelope: Omit<Envelope, 'deliveryId'>,
): { id: string; sealedPayload: Buffer } {
  const id = randomUUID()
  const frozen = freezeMail(rendered, { ...envelope, deliveryId: id })
  return { id, sealedPayload: sealFor(publicKeys, frozen, deliveryContext(id)) }
}
