import type { Mail, Mailer, SendResult } from '#lib/email/mailer.ts'
import { SealError } from '#lib/seal/failure.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'

type Owed = { id: string; sealedPayload: Buffer }

/** How the delivery loop sends an inquiry's mail: opens what was frozen, and hands it to the mailer as it is. */
export function deliverThrough(mailer: Mailer, privateKeys: readonly PrivateKey[]) {
  return async ({ id, sealedPayload }: Owed): Promise<SendResult> => {
    try {
      const mail: Mail = JSON.parse(openSealed(privateKeys, sealedPayload, `delivery/${id}/1`).toString())
      return await mailer.send(mail, id)
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      return { kind: 'attention', failure: `seal-${error.reason}` }
    }
  }
}
