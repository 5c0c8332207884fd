import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { DAY_MS, MINUTE_MS } from '#lib/duration.ts'

export const WEEK_MS = 7 * DAY_MS
// 1970-01-05 was a Monday.
export const FIRST_MONDAY = 4 * DAY_MS

/** Working minutes to a first answer are counted up to these; the last holds everything slower. */
export const answerMinutes = [
  5,
  15,
  30,
  60,
  90,
  120,
  180,
  240,
  360,
  480,
  720,
  960,
  1440,
  2400,
  Number.POSITIVE_INFINITY,
] as const

/** What of an inquiry is counted, and nothing else of it: never who, what or how. */
export type Countable = Pick<Schema['inquiry'], 'received_at' | 'answered_at' | 'due_at' | 'status' | 'quarantined_at'>

export type WorkingMs = (from: number, to: number) => number

const mondays = new Map<number, string>()

/** The Monday, in UTC, of the week a time falls in. */
export function weekOf(at: number): string {
  const number = Math.floor((at - FIRST_MONDAY) / WEEK_MS)
  const known = mondays.get(number)
  if (known) return known
  const monday = new Date(number * WEEK_MS + FIRST_MONDAY).toISOString().slice(0, 10)
  mondays.set(number, monday)
  return monday
}

/** The counts to which one inquiry adds one. */
export function marksOf(inquiry: Countable, workingMs: WorkingMs): string[] {
  const { received_at, answered_at, due_at, status, quarantined_at } = inquiry
  if (status === 'spam' || quarantined_at !== null) return ['received', 'spam']
  if (answered_at === null) return ['received']

  const minutes = workingMs(received_at, answered_at) / MINUTE_MS
  const limit = answerMinutes.find((most) => minutes <= most)
  const isInTime = due_at !== null && answered_at <= due_at
  return ['received', 'answered', `answered-in-${limit}`, ...(isInTime ? ['in-time'] : [])]
}

/** Keeps the counts of inquiries about to be purged, so that the weeks they came in stay true. */
export async function tallyPurged(
  transaction: Transaction<Schema>,
  inquiries: Countable[],
  workingMs: WorkingMs,
): Promise<void> {
  for (const inquiry of inquiries) {
    const week = weekOf(inquiry.received_at)
    for (const name of marksOf(inquiry, workingMs))
      await transaction
        .insertInto('tally')
        .values({ week, name, count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['week', 'name']).doUpdateSet((tally) => ({ count: tally('tally.count', '+', 1) })),
        )
        .execute()
  }
}
