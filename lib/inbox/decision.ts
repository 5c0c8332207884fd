import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { DAY_MS } from '#lib/duration.ts'
import { oweHeldMails } from '#lib/inquiries/release.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { type Attempt, attemptsFor, type Closing, NOTE_LENGTH_MAX } from './attempt.ts'
import type { InquiryEvent } from './event.ts'
import type { StoredRow } from './row.ts'

const SNOOZE_MS_MAX = 60 * DAY_MS

/** What is known when somebody presses a button: the stored row, and what the person wrote if it opens. */
type Current = { row: StoredRow; inquiry: Inquiry | null }

/** What a button changes: columns, and a line of history that says so. */
export type Change = {
  set: Partial<
    Pick<StoredRow, 'status' | 'owner_id' | 'answered_at' | 'snoozed_until' | 'closed_at' | 'quarantined_at'>
  >
  event: InquiryEvent
  /** What else must be done in the same transaction. */
  also?: (transaction: Transaction<Schema>) => Promise<void>
}

export type Refusal =
  | 'voicemail-not-allowed'
  | 'not-their-channel'
  | 'cannot-be-opened'
  | 'note-missing'
  | 'note-too-long'
  | 'snooze-not-ahead'
  | 'snooze-too-long'
  | 'already-closed'
  | 'not-closed'
  | 'in-quarantine'
  | 'not-in-quarantine'

export type Decide = (current: Current) => Change | Refusal

const whileOpen =
  (decide: Decide): Decide =>
  (current) => {
    if (current.row.closed_at !== null) return 'already-closed'
    return current.row.quarantined_at === null ? decide(current) : 'in-quarantine'
  }

/** Somebody tried to reach the person. Having talked or written back ends the clock; trying does not. */
export const logAttempt = (attempt: Attempt, now: number): Decide =>
  whileOpen(({ row, inquiry }) => {
    if (!inquiry) return 'cannot-be-opened'
    if (!attemptsFor(inquiry).includes(attempt))
      return attempt === 'left-voicemail' && inquiry.channel === 'phone' ? 'voicemail-not-allowed' : 'not-their-channel'

    const isAnswer = attempt === 'reached' || attempt === 'wrote'
    const status = isAnswer ? 'talked' : row.status === 'new' ? 'trying' : row.status
    return {
      set: { status, snoozed_until: null, ...(isAnswer && { answered_at: row.answered_at ?? now }) },
      event: { kind: attempt },
    }
  })

export const addNote =
  (typed: string): Decide =>
  () => {
    const note = typed.trim()
    if (note === '') return 'note-missing'
    return [...note].length > NOTE_LENGTH_MAX ? 'note-too-long' : { set: {}, event: { kind: 'note', note } }
  }

/** Gives it to somebody of the staff, or to nobody in particular. */
export const giveTo = (owner: { id: string; name: string } | null): Decide =>
  whileOpen(() => ({
    set: { owner_id: owner?.id ?? null },
    event: owner ? { kind: 'given', detail: owner.name } : { kind: 'given-back' },
  }))

export const snoozeUntil = (until: number, now: number): Decide =>
  whileOpen(() => {
    if (!Number.isInteger(until) || until <= now) return 'snooze-not-ahead'
    if (until - now > SNOOZE_MS_MAX) return 'snooze-too-long'
    return { set: { snoozed_until: until }, event: { kind: 'snoozed', detail: String(until) } }
  })

export const wake: Decide = whileOpen(() => ({ set: { snoozed_until: null }, event: { kind: 'woken' } }))

const statusAgain = ({ quarantined_at, answered_at }: StoredRow) => {
  if (answered_at !== null) return 'talked'
  return quarantined_at === null ? 'trying' : 'new'
}

/** Ends it, with the reason. Spam may be closed while it is still in quarantine; a person may not. */
export const closeAs =
  (closing: Closing, now: number): Decide =>
  ({ row }) => {
    if (row.closed_at !== null) return 'already-closed'
    if (row.quarantined_at !== null && closing !== 'spam') return 'in-quarantine'
    return {
      set: { status: closing, closed_at: now, snoozed_until: null },
      event: { kind: 'closed', detail: closing },
    }
  }

export const reopen: Decide = ({ row }) =>
  row.closed_at === null
    ? 'not-closed'
    : { set: { status: statusAgain(row), closed_at: null }, event: { kind: 'reopened' } }

/** A person after all: its mail is owed from now on. */
export const release =
  (now: number): Decide =>
  ({ row }) =>
    row.quarantined_at === null
      ? 'not-in-quarantine'
      : {
          set: { quarantined_at: null },
          event: { kind: 'released' },
          also: (transaction) => oweHeldMails(transaction, row.id, now),
        }
