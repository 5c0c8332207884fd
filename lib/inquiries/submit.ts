import { clinic } from '#lib/clinic.ts'
import { database } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { env } from '#lib/env.ts'
import { logEvent } from '#lib/log.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { acceptInquiry, type SentInquiry } from './accept.ts'

export type Submitted = { kind: 'accepted'; reference: string; receivedAt: number } | { kind: 'storage-unavailable' }

/** Says `accepted` only after the inquiry and its delivery are on disk. The same id again gets the same reference. */
export async function submitInquiry(request: SentInquiry): Promise<Submitted> {
  try {
    const receipt = await acceptInquiry(settingOfThisProcess(), request)
    wakeDelivery()
    return { kind: 'accepted', ...receipt }
  } catch (error) {
    const failure = storageFailureOf(error)
    if (!failure) throw error
    logEvent('inquiry-not-stored', { failure })
    return { kind: 'storage-unavailable' }
  }
}

function settingOfThisProcess() {
  const { sealKeys, siteOrigin, inquiryEmail, mailFrom, clinicInbox } = env()
  const { name, isOpen } = clinic()
  return {
    db: database(),
    publicKey: sealKeys.publicKey,
    siteOrigin,
    clinic: { name, isOpen },
    mail: { mode: inquiryEmail, from: mailFrom, to: clinicInbox },
  }
}
