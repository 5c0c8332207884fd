import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { findSameSender } from '#lib/inquiries/blind-index.ts'
import { markOpened } from '#lib/inquiries/opened.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { openIfPossible } from '#lib/inquiries/store.ts'
import type { Desk } from './desk.ts'
import { type HistoryLine, historyOf } from './history.ts'
import { type InboxRow, rowsFrom, storedColumns } from './row.ts'
import { lookAt } from './viewing.ts'

type OpenedInquiry = {
  row: InboxRow
  version: number
  /** Null when it cannot be opened with the keys at hand. */
  inquiry: Inquiry | null
  history: HistoryLine[]
  /** Names of others who have it open. */
  viewing: string[]
  /** References of what the same phone number or address sent besides. */
  sameSender: string[]
}

const SAME_SENDER_MAX = 10

/** Opens one inquiry for a person. That it was opened, and by whom, is kept before anything is shown. */
export async function openForDesk(desk: Desk, reference: string): Promise<OpenedInquiry | undefined> {
  const stored = await retryWhenBusy(() =>
    desk.db.selectFrom('inquiry').select(storedColumns).where('reference', '=', reference).executeTakeFirst(),
  )
  if (!stored) return undefined

  const actor = `staff:${desk.session.staffId}` as const
  await markOpened(desk.db, { id: stored.id, reference, actor, now: desk.now })
  const [[row], history, viewing, others] = await Promise.all([
    rowsFrom(desk, [stored]),
    historyOf(desk, stored.id),
    lookAt(desk, stored.id),
    findSameSender(desk.db, stored.id),
  ])
  const inquiry = openIfPossible(desk.keys.privateKeys, stored)
  const sameSender = others.slice(0, SAME_SENDER_MAX).map((one) => one.reference)
  return row && { row, version: stored.version, inquiry, history, viewing, sameSender }
}
