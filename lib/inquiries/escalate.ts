import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { renderNotice } from '#lib/email/template/notice.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import type { NoticeSetting } from './notice-setting.ts'
import { unopenedIn } from './opened.ts'
import { receivedTimeText } from './received-time.ts'
import { sealMail } from './sealed-mail.ts'

const LISTED_MAX = 50
const AT_ONCE_MAX = 500

type Waiting = { id: string; reference: string; received_at: number; due_at: number | null }

type Escalation = NoticeSetting & {
  hours: ClinicHours
  afterWorkingMs: number
}

/** Tells the second address, once and in one mail, of every inquiry that nobody has opened in time. */
export async function escalateUnopened(db: Db, now: number, escalation: Escalation): Promise<void> {
  const { hours, afterWorkingMs, from, to, publicKeys } = escalation
  if (to === undefined) return
  const waiting = await findWaiting(db, now - afterWorkingMs)
  const late = waiting.filter(({ received_at }) => workingMsBetween(received_at, now, hours) >= afterWorkingMs)
  const [first] = late
  if (!first) return

  const notice = await renderNotice(noticeOf(late, escalation))
  const delivery = {
    ...sealMail(publicKeys, notice, { mode: 'notice', from, to }),
    inquiryId: late.length === 1 ? first.id : null,
    kind: 'backup' as const,
    onceKey: `inquiry/${first.id}/backup`,
    now,
  }
  if (await oweOnce(db, late, delivery)) wakeDelivery()
}

function findWaiting(db: Db, receivedAtMax: number): Promise<Waiting[]> {
  return retryWhenBusy(
    () =>
      unopenedIn(db)
        .select(['id', 'reference', 'received_at', 'due_at'])
        .where('escalated_at', 'is', null)
        .where('received_at', '<=', receivedAtMax)
        .orderBy('received_at')
        .limit(AT_ONCE_MAX)
        .execute(),
    { isRepeatable: true },
  )
}

/** Marks all of them and owes the mail that names them, or neither; false when one was opened or told of meanwhile. */
function oweOnce(db: Db, late: Waiting[], delivery: Parameters<typeof enqueueDelivery>[1]): Promise<boolean> {
  const ids = late.map(({ id }) => id)
  return inTransaction(db, async (transaction) => {
    const marked = await transaction
      .updateTable('inquiry')
      .set({ escalated_at: delivery.now })
      .where('id', 'in', ids)
      .where('escalated_at', 'is', null)
      .where('opened_at', 'is', null)
      .where('closed_at', 'is', null)
      .where('quarantined_at', 'is', null)
      .executeTakeFirst()
    if (Number(marked.numUpdatedRows) !== ids.length) throw new MeanwhileError()
    return enqueueDelivery(transaction, delivery)
  }).catch((error: unknown) => {
    if (error instanceof MeanwhileError) return false
    throw error
  })
}

/** Ends the transaction without a trace; the next turn looks again. */
class MeanwhileError extends Error {}

function noticeOf(late: Waiting[], { hours, inboxUrl }: Escalation): Parameters<typeof renderNotice>[0] {
  const timeText = (at: number) => receivedTimeText(at, hours.timeZone, 'en')
  const lineOf = ({ reference, received_at, due_at }: Waiting) =>
    `${reference}: waiting since ${timeText(received_at)}${due_at === null ? '' : `, due ${timeText(due_at)}`}.`
  const unlisted = late.length - LISTED_MAX

  return {
    subject:
      late.length === 1 ? `Nobody has opened ${late[0]?.reference}` : `Nobody has opened ${late.length} messages`,
    lines: [
      'These messages came through the website, and nobody has opened them yet. Please see that somebody does.',
      ...late.slice(0, LISTED_MAX).map(lineOf),
      ...(unlisted > 0 ? [`And ${unlisted} more.`] : []),
      ...(hours.isConfirmed
        ? []
        : ['The clinic hours are not confirmed: these times count Monday to Friday, 9 to 5 in New York.']),
    ],
    link: { label: 'Open the inbox', url: inboxUrl },
  }
}
