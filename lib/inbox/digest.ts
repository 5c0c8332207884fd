import { randomUUID } from 'node:crypto'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { freezeMail } from '#lib/email/freeze-mail.ts'
import { renderNotice } from '#lib/email/template/notice.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { dayText, localDayOf, momentOf } from '#lib/hours/local-day.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { waitingNow } from './overview.ts'

/** Minutes after midnight at the clinic from which the day's digest goes out: before anybody starts to work. */
const DIGEST_FROM_MINUTES = 6 * 60
const DAY_MS = 24 * 60 * 60 * 1000

type Digesting = {
  hours: ClinicHours
  from: string
  /** The manager's address; without one there is no digest. */
  to: string | undefined
  publicKeys: readonly PublicKey[]
  inboxUrl: string
}

/** Owes the manager one mail a day that tells how things stand, in counts alone. Meant to be run often. */
export async function sendDigest(
  db: Db,
  now: number,
  { hours, from, to, publicKeys, inboxUrl }: Digesting,
): Promise<void> {
  const today = localDayOf(now, hours.timeZone)
  if (to === undefined || now < momentOf(today, DIGEST_FROM_MINUTES, hours.timeZone)) return
  const onceKey = `digest/${dayText(today)}`
  const isOwed = await retryWhenBusy(() =>
    db.selectFrom('delivery').select('id').where('once_key', '=', onceKey).executeTakeFirst(),
  )
  if (isOwed) return

  const id = randomUUID()
  const notice = await renderNotice({
    subject: 'The inbox this morning',
    lines: await linesOf(db, now),
    link: { label: 'Open the inbox', url: inboxUrl },
  })
  const payload = freezeMail(notice, { mode: 'notice', from, to, deliveryId: id })
  const owed = await retryWhenBusy(() =>
    db.transaction().execute((transaction) =>
      enqueueDelivery(transaction, {
        id,
        inquiryId: null,
        kind: 'digest',
        onceKey,
        sealedPayload: sealFor(publicKeys, payload, `delivery/${id}/1`),
        now,
      }),
    ),
  )
  if (owed) wakeDelivery()
}

async function linesOf(db: Db, now: number): Promise<string[]> {
  const [waiting, day] = await Promise.all([waitingNow({ db, now }), countsSince(db, now - DAY_MS)])
  return [
    `Waiting for a first answer: ${waiting.count}. Past due: ${waiting.late}.`,
    `In the last 24 hours: ${day.received} came in, ${day.answered} had a first answer, ${day.quarantined} looked like spam.`,
    ...(day.failed > 0 ? [`E-mails that did not arrive and need attention: ${day.failed}.`] : []),
  ]
}

async function countsSince(db: Db, since: number) {
  const count = async (query: Promise<{ found: number | string | bigint }>) => Number((await query).found)
  const inquiries = () => db.selectFrom('inquiry').select(({ fn }) => fn.countAll<number>().as('found'))
  return retryWhenBusy(async () => ({
    received: await count(inquiries().where('received_at', '>=', since).executeTakeFirstOrThrow()),
    answered: await count(inquiries().where('answered_at', '>=', since).executeTakeFirstOrThrow()),
    quarantined: await count(inquiries().where('quarantined_at', '>=', since).executeTakeFirstOrThrow()),
    failed: await count(
      db
        .selectFrom('delivery')
        .select(({ fn }) => fn.countAll<number>().as('found'))
        .where('state', '=', 'attention')
        .executeTakeFirstOrThrow(),
    ),
  }))
}
