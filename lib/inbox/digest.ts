import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { DAY_MS } from '#lib/duration.ts'
import { failureText } from '#lib/email/failure-text.ts'
import { renderNotice } from '#lib/email/template/notice.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { dayText, localDayOf, momentOf } from '#lib/hours/local-day.ts'
import type { NoticeSetting } from '#lib/inquiries/notice-setting.ts'
import { sealMail } from '#lib/inquiries/sealed-mail.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { findPause } from '#lib/outbox/pause.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { waitingNow } from './overview.ts'
import { stretchesOf } from './view.ts'

/** Minutes after midnight at the clinic from which the day's digest goes out: before anybody starts to work. */
const DIGEST_FROM_MINUTES = 6 * 60

type Digesting = NoticeSetting & { hours: ClinicHours }

/** Owes the manager one mail a day that tells how things stand, in counts alone. Meant to be run often. */
export async function sendDigest(
  db: Db,
  now: number,
  { hours, from, to, publicKeys, inboxUrl }: Digesting,
): Promise<void> {
  const today = localDayOf(now, hours.timeZone)
  if (to === undefined || now < momentOf(today, DIGEST_FROM_MINUTES, hours.timeZone)) return
  const onceKey = `digest/${dayText(today)}`
  if ((await isOwed(db, onceKey)) || !(await hasEverReceived(db))) return

  const notice = await renderNotice({
    subject: `The inbox on ${dayInWords(now, hours.timeZone)}`,
    lines: await linesOf(db, now),
    link: { label: 'Open the inbox', url: inboxUrl },
  })
  const mail = sealMail(publicKeys, notice, { mode: 'notice', from, to })
  const owed = await inTransaction(db, (transaction) =>
    enqueueDelivery(transaction, { ...mail, inquiryId: null, kind: 'digest', onceKey, now }),
  )
  if (owed) wakeDelivery()
}

function isOwed(db: Db, onceKey: string): Promise<boolean> {
  return retryWhenBusy(async () => {
    const found = await db.selectFrom('delivery').select('id').where('once_key', '=', onceKey).executeTakeFirst()
    return found !== undefined
  })
}

/** A site that was set up a minute ago has nothing to tell; one whose inquiries are all deleted still says so daily. */
function hasEverReceived(db: Db): Promise<boolean> {
  return retryWhenBusy(async () => {
    const stored = await db.selectFrom('inquiry').select('id').limit(1).executeTakeFirst()
    const counted = await db.selectFrom('tally').select('week').limit(1).executeTakeFirst()
    return stored !== undefined || counted !== undefined
  })
}

async function linesOf(db: Db, now: number): Promise<string[]> {
  const [waiting, day, standing, pause] = await Promise.all([
    waitingNow({ db, now }),
    countsSince(db, now - DAY_MS),
    countsNow(db),
    findPause(db, now),
  ])
  return [
    `Waiting for a first answer: ${waiting.count}. Past due: ${waiting.late}.`,
    `In the last 24 hours: came in ${day.received}, first answered ${day.answered}, held back as possible spam ${day.quarantined}.`,
    ...(standing.quarantined > 0
      ? [`In quarantine: ${standing.quarantined}. A person may be among them, so please look today.`]
      : []),
    ...(standing.failed > 0
      ? [`Inquiries whose e-mail to the clinic did not arrive: ${standing.failed}. Find them under "Needs attention".`]
      : []),
    ...(pause ? [`When this was written, no e-mail went out: ${failureText(pause.reason)}`] : []),
    'These are counts alone. Who wrote, and what, is in the inbox only.',
  ]
}

type Counting = Promise<{ found: number | string | bigint }>
const numberIn = async (counting: Counting) => Number((await counting).found)
const inquiriesIn = (db: Db) => db.selectFrom('inquiry').select(({ fn }) => fn.countAll<number>().as('found'))

function countsSince(db: Db, since: number) {
  const since24 = (column: 'received_at' | 'answered_at' | 'quarantined_at') =>
    numberIn(inquiriesIn(db).where(column, '>=', since).executeTakeFirstOrThrow())
  return retryWhenBusy(async () => ({
    received: await since24('received_at'),
    answered: await since24('answered_at'),
    quarantined: await since24('quarantined_at'),
  }))
}

/** What the views "Quarantine" and "Needs attention" hold. */
function countsNow(db: Db) {
  // Neither of the two asks who is looking.
  const asking = { staffId: '', now: 0 }
  const held = (view: 'quarantine' | 'attention') =>
    stretchesOf[view].reduce(
      async (sum, { where }) =>
        (await sum) +
        (await numberIn(
          inquiriesIn(db)
            .where((inquiry) => where(inquiry, asking))
            .executeTakeFirstOrThrow(),
        )),
      Promise.resolve(0),
    )
  return retryWhenBusy(async () => ({ quarantined: await held('quarantine'), failed: await held('attention') }))
}

const dayInWords = (now: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone }).format(now)
