import type { Mail, Mailer, SendResult } from '#lib/email/mailer.ts'
import { SealError } from '#lib/seal/failure.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { deliveryContext } from './seal-context.ts'

type Owed = { id: string; kind?: string; sealedPayload: Buffer }

/** How the delivery loop sends an inquiry's mail: opens what was frozen, and hands it to the mailer as it is. */
export function deliverThrough(mailer: Mailer, privateKeys: readonly PrivateKey[]) {
  return async ({ id, kind, sealedPayload }: Owed): Promise<SendResult> => {
    try {
      const mail: Mail = JSON.parse(openSealed(privateKeys, sealedPayload, deliveryContext(id)).toString())
      const result = await mailer.send(mail, id)
      return kind === 'receipt' ? forReceipt(result) : result
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      return { kind: 'attention', failure: `seal-${error.reason}` }
    }
  }
}

/**
 * A stranger's address must not stop the mails to the clinic. While a domain is on trial, Resend sends to its owner
 * only and says of everybody else what it says of a domain that is not verified.
 */
function forReceipt(result: SendResult): SendResult {
  const isItsOwn = result.kind === 'pause' && result.failure === 'domain-not-verified'
  return isItsOwn ? { kind: 'attention', failure: 'address-refused' } : result
}
