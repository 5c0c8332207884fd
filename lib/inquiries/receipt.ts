import type { Transaction } from 'kysely'
import { dailyHash, dailySalt } from '#lib/abuse/daily-salt.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { DAY_MS } from '#lib/duration.ts'
import { neutralSender, receiptMail } from '#lib/email/template/receipt.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import type { Inquiry } from './schema.ts'
import { sealMail } from './sealed-mail.ts'
import type { BesideMail } from './store.ts'

/** Anybody can type anybody's address, so all receipts of a day together stay a trickle. */
export const RECEIPTS_A_DAY_MAX = 200

type Setting = { db: Db; publicKeys: readonly PublicKey[]; countKey: Buffer; mail: { from: string } }

/** The receipt a person asked for, at most one a day for each address; none when they did not ask. */
export async function receiptFor(setting: Setting, inquiry: Inquiry, now: number): Promise<BesideMail[]> {
  const { db, publicKeys, countKey, mail } = setting
  if (!inquiry.receipt || !inquiry.email || (await areUsedUp(db, now))) return []

  const to = inquiry.email
  return [
    {
      ...sealMail(publicKeys, receiptMail(), { mode: 'notice', from: neutralSender(mail.from), to }),
      kind: 'receipt',
      onceKey: `receipt/${dailyHash(await dailySalt(db, countKey, now), to.toLowerCase())}`,
      isOfInquiry: true,
      whenOwed: (transaction) => countReceipt(transaction, now),
    },
  ]
}

const countOf = (now: number) => ({ key: 'receipts', window_start: now - (now % DAY_MS) })

async function areUsedUp(db: Db, now: number): Promise<boolean> {
  const { key, window_start } = countOf(now)
  const owed = await retryWhenBusy(() =>
    db
      .selectFrom('visit_count')
      .select('count')
      .where('key', '=', key)
      .where('window_start', '=', window_start)
      .executeTakeFirst(),
  )
  return (owed?.count ?? 0) >= RECEIPTS_A_DAY_MAX
}

async function countReceipt(transaction: Transaction<Schema>, now: number): Promise<void> {
  await transaction
    .insertInto('visit_count')
    .values({ ...countOf(now), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((row) => ({ count: row('visit_count.count', '+', 1) })),
    )
    .execute()
}
