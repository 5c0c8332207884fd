import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/schema.ts'
import { freezeMail } from '#lib/email/freeze-mail.ts'
import { renderInquiryEmail } from '#lib/email/template/inquiry-email.tsx'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { makeReference } from './reference.ts'
import type { Inquiry } from './schema.ts'
import { findReceipt, type Receipt, storeInquiry } from './store.ts'

export type Setting = {
  db: Db
  publicKeys: readonly PublicKey[]
  siteOrigin: string
  clinic: { name: string; isOpen: boolean }
  mail: { mode: 'full' | 'notice'; from: string; to: string }
  now?: () => number
  pickReference?: () => string
}

export type SentInquiry = { id: string; inquiry: Inquiry; locale: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// One in 14 million per stored inquiry is taken; eight in a row means the generator is broken.
const REFERENCE_TRIES_MAX = 8

/** Stores an inquiry once per id and owes the clinic one e-mail about it; when it returns, both are on disk. */
export async function acceptInquiry(setting: Setting, request: SentInquiry): Promise<Receipt> {
  const { db, publicKeys, now = Date.now, pickReference = makeReference } = setting
  if (!UUID.test(request.id)) throw new TypeError('An inquiry id must be a UUID.')

  const earlier = await findReceipt(db, request.id)
  if (earlier) return earlier

  for (let tries = 0; tries < REFERENCE_TRIES_MAX; tries += 1) {
    const receipt = { reference: pickReference(), receivedAt: now() }
    const deliveryId = randomUUID()
    const payload = await writeMail(setting, request.inquiry, receipt, deliveryId)
    const delivery = { id: deliveryId, sealedPayload: sealFor(publicKeys, payload, `delivery/${deliveryId}/1`) }

    const standing = await storeInquiry(db, publicKeys, { ...request, ...receipt, delivery })
    if (standing) return standing
  }
  throw new Error('No free reference was found.')
}

async function writeMail(setting: Setting, inquiry: Inquiry, receipt: Receipt, deliveryId: string): Promise<string> {
  const { clinic, siteOrigin, mail } = setting
  const rendered = await renderInquiryEmail({ inquiry, ...receipt, mode: mail.mode, clinic, siteOrigin })
  return freezeMail(rendered, { ...mail, deliveryId })
}
