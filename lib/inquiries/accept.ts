import { inLineOf } from '#lib/abuse/one-network.ts'
import type { Suspicion } from '#lib/abuse/suspicion.ts'
import type { Db } from '#lib/db/schema.ts'
import type { Due } from '#lib/email/template/inbox-words.ts'
import { renderInquiryEmail } from '#lib/email/template/inquiry-email.tsx'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { besideStoring, orDoWithout } from './doing-without.ts'
import { FloodError, prepareCount } from './prepare-count.ts'
import { receiptFor } from './receipt.ts'
import { makeReference } from './reference.ts'
import type { Inquiry } from './schema.ts'
import { sealMail } from './sealed-mail.ts'
import { findReceipt, type Receipt, storeInquiry } from './store.ts'
import { isSurging, surgeMail } from './surge.ts'

export type Setting = {
  db: Db
  publicKeys: readonly PublicKey[]
  /** What visits and receipts of a day are counted under, besides the day's salt. */
  countKey: Buffer
  siteOrigin: string
  clinic: { name: string; isOpen: boolean }
  mail: { mode: 'full' | 'notice'; from: string; to: string }
  /** The page where staff read inquiries. */
  inboxUrl?: string
  /** By when an inquiry that came in at this moment is to be answered. */
  dueAfter?: (receivedAt: number) => Due
  /** More inquiries an hour than this, and their e-mails wait a little; 0 or unset: never. */
  surgeAnHour?: number
  now?: () => number
  pickReference?: () => string
}

/** `suspicion`: what was odd about it; `address`: the network it came from, '' when that cannot be told. */
export type SentInquiry = { id: string; inquiry: Inquiry; locale: string; suspicion?: Suspicion; address?: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// One in 14 million per stored inquiry is taken; eight in a row means the generator is broken.
const REFERENCE_TRIES_MAX = 8

/**
 * Stores an inquiry once per id and owes the clinic one e-mail about it; when it returns, both are on disk.
 *
 * What looks like spam is stored all the same, but its e-mail is held until somebody releases it.
 */
export async function acceptInquiry(setting: Setting, request: SentInquiry): Promise<Receipt> {
  const { db } = setting
  if (!UUID.test(request.id)) throw new TypeError('An inquiry id must be a UUID.')

  const earlier = await findReceipt(db, request.id)
  if (earlier) return earlier

  const accepted = await inLineOf(request.address ?? '', () => acceptNew(setting, request))
  if (!accepted) throw new FloodError()
  return accepted
}

async function acceptNew(setting: Setting, request: SentInquiry): Promise<Receipt> {
  const { db, publicKeys, now = Date.now, pickReference = makeReference } = setting
  const { count, isHeld, besides } = await besideStoring(() => findBeside(setting, request, now()))

  for (let tries = 0; tries < REFERENCE_TRIES_MAX; tries += 1) {
    const receipt = { reference: pickReference(), receivedAt: now() }
    const delivery = { ...(await writeMail(setting, request.inquiry, receipt)), isHeld }
    const standing = await storeInquiry(db, publicKeys, { ...request, ...receipt, delivery, besides, count })
    if (standing) return standing
  }
  throw new Error('No free reference was found.')
}

/** Everything but the inquiry and its mail. Only a flood keeps an inquiry from being stored. */
async function findBeside(setting: Setting, request: SentInquiry, now: number) {
  const { db, surgeAnHour = 0 } = setting
  const count = await prepareCount(setting, request, now)
  const isSurge = (await orDoWithout('surge-not-seen', () => isSurging(db, now, surgeAnHour))) ?? false
  const alarm = isSurge ? await orDoWithout('surge-not-told', () => surgeMail(setting, now)) : []
  const receipt = await orDoWithout('receipt-not-owed', () => receiptFor(setting, request.inquiry, now))
  // Held without the mail that says so, it would wait unseen.
  return { count, isHeld: isSurge && alarm !== undefined, besides: [...(receipt ?? []), ...(alarm ?? [])] }
}

async function writeMail(setting: Setting, inquiry: Inquiry, receipt: Receipt) {
  const { publicKeys, clinic, siteOrigin, inboxUrl = `${siteOrigin}/staff`, mail } = setting
  const rendered = await orDoWithout('mail-not-written', async () => {
    const due = setting.dueAfter?.(receipt.receivedAt)
    return renderInquiryEmail({ inquiry, ...receipt, mode: mail.mode, clinic, siteOrigin, inboxUrl, due })
  })
  return rendered
    ? sealMail(publicKeys, rendered, mail)
    : sealMail(publicKeys, bareMail(receipt, inboxUrl), { ...mail, mode: 'notice' })
}

/** When the e-mail itself cannot be written: a person is not turned away because of a template. */
function bareMail({ reference }: Receipt, inboxUrl: string) {
  return {
    subject: `New message ${reference}`,
    text: `A message came through the website: ${reference}.\nRead it in the inbox: ${inboxUrl}/inquiries/${reference}\n`,
  }
}
