import { randomUUID } from 'node:crypto'
import { dailyHash, dailySalt } from '#lib/abuse/daily-salt.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { freezeMail } from '#lib/email/freeze-mail.ts'
import { neutralSender, receiptMail } from '#lib/email/template/receipt.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import type { Inquiry } from './schema.ts'
import type { BesideMail } from './store.ts'

/** Anybody can type anybody's address, so all receipts of a day together stay a trickle. */
export const RECEIPTS_A_DAY_MAX = 200
const DAY_MS = 24 * 60 * 60 * 1000

type Setting = { db: Db; publicKeys: readonly PublicKey[]; countKey: Buffer; mail: { from: string } }

/** The receipt a person asked for, at most one a day for each address; none when they did not ask. */
export async function receiptFor(setting: Setting, inquiry: Inquiry, now: number): Promise<BesideMail[]> {
  const { db, publicKeys, countKey, mail } = setting
  if (!inquiry.receipt || !inquiry.email || (await areUsedUp(db, now))) return []

  const id = randomUUID()
  const to = inquiry.email
  const payload = freezeMail(receiptMail(), {
    mode: 'notice',
    from: neutralSender(mail.from),
    to,
    deliveryId: id,
  })
  return [
    {
      id,
      kind: 'receipt',
      onceKey: `receipt/${dailyHash(await dailySalt(db, countKey, now), to.toLowerCase())}`,
      sealedPayload: sealFor(publicKeys, payload, `delivery/${id}/1`),
      isOfInquiry: true,
    },
  ]
}

async function areUsedUp(db: Db, now: number): Promise<boolean> {
  const last = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .innerJoin('delivery', 'delivery.inquiry_id', 'inquiry.id')
      .select('delivery.id')
      .where('delivery.kind', '=', 'receipt')
      .where('inquiry.received_at', '>=', now - (now % DAY_MS))
      .offset(RECEIPTS_A_DAY_MAX - 1)
      .limit(1)
      .executeTakeFirst(),
  )
  return last !== undefined
}
