import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { renderNotice } from '#lib/email/template/notice.ts'
import { env } from '#lib/env.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { sealMail } from './sealed-mail.ts'
import type { BesideMail } from './store.ts'

/** Each minute; in an hour fewer than a surge. */
const RELEASED_AT_ONCE = 3

type Setting = {
  publicKeys: readonly PublicKey[]
  mail: { from: string; to: string }
  siteOrigin: string
  inboxUrl?: string
}

/**
 * Whether so many came within the last hour that one more e-mail each would bury the inbox and use up the quota.
 * With 0 as the most, there is never a surge.
 */
export async function isSurging(db: Db, now: number, surgeAnHour: number): Promise<boolean> {
  if (surgeAnHour === 0) return false
  const last = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .select('id')
      .where('received_at', '>', now - HOUR_MS)
      .where('received_at', '<=', now)
      .where('quarantined_at', 'is', null)
      .offset(surgeAnHour - 1)
      .limit(1)
      .executeTakeFirst(),
  )
  return last !== undefined
}

/** One e-mail an hour that says where to read the inquiries whose own e-mails wait. */
export async function surgeMail(setting: Setting, now: number): Promise<BesideMail[]> {
  const { publicKeys, mail, siteOrigin, inboxUrl = `${siteOrigin}/staff` } = setting
  const rendered = await renderNotice({
    subject: 'Many messages at once',
    lines: [
      'More messages came within an hour than we send single e-mails for.',
      'Nothing is lost. Every one of them waits in the inbox: read them there now.',
      'Their own e-mails follow, a few each minute, once fewer come in.',
      'Without the inbox, list them with: npm run inquiries -- list',
    ],
    link: { label: 'Open the inbox', url: inboxUrl },
  })
  return [
    {
      ...sealMail(publicKeys, rendered, { ...mail, mode: 'notice' }),
      kind: 'surge',
      onceKey: `surge/${new Date(now).toISOString().slice(0, 13)}`,
      isOfInquiry: false,
    },
  ]
}

/** Lets go of e-mails that waited for a surge to end, the oldest first; meant to run every minute. */
export async function releaseSurge(db: Db, now: number, surgeAnHour = env().surgeAnHour): Promise<void> {
  if (await isSurging(db, now, surgeAnHour)) return
  await retryWhenBusy(() =>
    db
      .updateTable('delivery')
      .set({ state: 'pending', next_attempt_at: now })
      .where('state', '=', 'held')
      .where('id', 'in', (delivery) =>
        delivery
          .selectFrom('delivery as waiting')
          .innerJoin('inquiry', 'inquiry.id', 'waiting.inquiry_id')
          .select('waiting.id')
          .where('waiting.state', '=', 'held')
          .where('waiting.kind', '=', 'clinic')
          .where('inquiry.quarantined_at', 'is', null)
          .orderBy('inquiry.received_at')
          .limit(RELEASED_AT_ONCE),
      )
      .execute(),
  )
}
