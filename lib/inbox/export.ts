import { recordAudit } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { openIfPossible } from '#lib/inquiries/store.ts'
import { csvText } from './csv.ts'
import type { Desk } from './desk.ts'
import { historyOf } from './history.ts'
import { type Denial, findDenial } from './permission.ts'

/** One inquiry, or all that came in from a time up to, but not including, another. */
type ExportWish = { reference: string } | { from: number; before: number }

const EXPORT_ROWS_MAX = 5000

export type Exported =
  | { kind: 'exported'; csv: string; count: number }
  | { kind: 'denied'; reason: Denial | 'too-many-inquiries' | 'no-inquiry' }

/** Everything about the inquiries asked for, in the clear, as a table. Who took it, and what, goes into the audit. */
export async function exportInquiries(desk: Desk, wish: ExportWish): Promise<Exported> {
  const denial = findDenial(desk.session, 'export')
  if (denial) return { kind: 'denied', reason: denial }

  const rows = await rowsFor(desk, wish)
  if (rows.length > EXPORT_ROWS_MAX) return { kind: 'denied', reason: 'too-many-inquiries' }
  if ('reference' in wish && rows.length === 0) return { kind: 'denied', reason: 'no-inquiry' }

  await inTransaction(desk.db, (transaction) =>
    recordAudit(transaction, {
      actor: `staff:${desk.session.staffId}`,
      action: 'exported',
      subject: 'reference' in wish ? `inquiry/${wish.reference}` : 'period',
      detail:
        'reference' in wish ? `${rows.length}` : `${rows.length} from ${day(wish.from)} before ${day(wish.before)}`,
      now: desk.now,
    }),
  )
  const lines: string[][] = []
  for (const row of rows) lines.push(await lineOf(desk, row))
  return { kind: 'exported', csv: csvText([columns, ...lines]), count: rows.length }
}

type Row = Awaited<ReturnType<typeof rowsFor>>[number]

function rowsFor({ db }: Desk, wish: ExportWish) {
  return retryWhenBusy(() => {
    const query = db
      .selectFrom('inquiry')
      .select(['id', 'reference', 'received_at', 'status', 'answered_at', 'closed_at', 'sealed'])
      .orderBy('received_at')
      .limit(EXPORT_ROWS_MAX + 1)
    return 'reference' in wish
      ? query.where('reference', '=', wish.reference).execute()
      : query.where('received_at', '>=', wish.from).where('received_at', '<', wish.before).execute()
  })
}

const columns = [
  ...['reference', 'received', 'status', 'first answer', 'closed', 'for', 'asks about', 'name', 'reach by', 'phone'],
  ...['voicemail', 'if someone else answers', 'good times', 'e-mail', 'language', 'message', 'notes'],
]

async function lineOf(desk: Desk, row: Row): Promise<string[]> {
  const history = await historyOf(desk, row.id)
  const notes = history.flatMap(({ at, by, note }) => (note === null ? [] : [`${time(at)} ${by ?? ''}: ${note}`]))
  const known = [row.reference, time(row.received_at), row.status, time(row.answered_at), time(row.closed_at)]
  return [...known, ...answersOf(desk, row), notes.join('\n')]
}

function answersOf({ keys }: Desk, row: Row): string[] {
  const inquiry = openIfPossible(keys.privateKeys, row)
  return inquiry ? cells(inquiry) : ['(cannot be opened)', ...Array.from({ length: 10 }, () => '')]
}

function cells({ about, topics, name, channel, phone, email, language, message }: Inquiry): string[] {
  return [
    about,
    topics.join(', '),
    name,
    channel,
    phone?.e164 ?? '',
    phone?.voicemail ?? '',
    phone?.otherAnswers ?? '',
    phone?.times.join(', ') ?? '',
    email ?? '',
    language.other ?? language.choice,
    message,
  ]
}

const time = (at: number | null) => (at === null ? '' : new Date(at).toISOString())
const day = (at: number) => new Date(at).toISOString().slice(0, 10)
