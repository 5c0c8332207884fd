import { sql } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, DeliveryFate } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { renderNotice } from '#lib/email/template/notice.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { needsPerson } from '#lib/outbox/fate.ts'
import type { NoticeSetting } from './notice-setting.ts'
import { sealMail } from './sealed-mail.ts'

const AT_ONCE_MAX = 20

type Trouble = { id: string; inquiryId: string | null; reference: string | null; state: string; fate: string | null }

const causes: Record<Exclude<DeliveryFate, 'delivered' | 'delayed'> | 'attention', string> = {
  attention: 'It could not be sent.',
  failed: 'The e-mail service took it and could not send it on.',
  suppressed: 'The e-mail service no longer sends to that address, because earlier e-mails came back.',
  bounced: 'It came back: the mailbox does not exist, is full or refused it.',
  complained: 'It was marked as spam there, so the next ones may not arrive.',
}

/**
 * Tells the second address, once for each, of e-mails to the clinic that did not get there. How many it told of.
 *
 * Looks at what is stored, so it may run at any time and after any crash. A mail to the second address itself that
 * does not arrive raises no further one: only /health shows it.
 */
export async function raiseAlarms(db: Db, now: number, setting: NoticeSetting): Promise<number> {
  const { to } = setting
  if (to === undefined) return 0
  let raised = 0
  for (const trouble of await findUntold(db)) {
    const delivery = await writeAlarm(trouble, { ...setting, to })
    const isNew = await inTransaction(db, (transaction) => enqueueDelivery(transaction, { ...delivery, now }))
    if (isNew) raised += 1
  }
  return raised
}

function findUntold(db: Db): Promise<Trouble[]> {
  return retryWhenBusy(() =>
    db
      .selectFrom('delivery')
      .leftJoin('inquiry', 'inquiry.id', 'delivery.inquiry_id')
      .select(['delivery.id', 'delivery.inquiry_id as inquiryId', 'inquiry.reference'])
      .select(['delivery.state', 'delivery.fate'])
      .where('delivery.kind', 'in', ['clinic', 'surge', 'digest'])
      .where(needsPerson())
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('delivery as told')
              .select('told.id')
              .where('told.once_key', '=', sql<string>`'bounce/' || delivery.id`),
          ),
        ),
      )
      .limit(AT_ONCE_MAX)
      .execute(),
  )
}

async function writeAlarm(
  { id, inquiryId, reference, state, fate }: Trouble,
  { publicKeys, from, to, inboxUrl }: NoticeSetting & { to: string },
) {
  const cause = causes[state === 'attention' ? 'attention' : (fate as keyof typeof causes)]
  const rendered = await renderNotice({
    subject: reference ? `Message ${reference}: our e-mail did not arrive` : 'One of our e-mails did not arrive',
    lines: [
      reference
        ? `Message ${reference} is stored and safe, but the e-mail about it did not reach the clinic's mailbox.`
        : "A summary for the clinic's mailbox did not reach it. Every message is stored and safe.",
      cause,
      reference ? 'Please see to it that somebody opens it now.' : 'Please open the inbox now.',
      ...(reference ? [`Without the inbox, open it with: npm run inquiries -- show ${reference}`] : []),
      "Then check the clinic's mailbox, so that the next e-mail arrives.",
    ],
    link: { label: 'Open the inbox', url: inboxUrl },
  })
  return {
    ...sealMail(publicKeys, rendered, { mode: 'notice', from, to }),
    inquiryId,
    kind: 'backup' as const,
    onceKey: `bounce/${id}`,
  }
}
