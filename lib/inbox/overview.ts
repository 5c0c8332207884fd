import { sql } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import {
  answerMinutes,
  type Countable,
  FIRST_MONDAY,
  marksOf,
  WEEK_MS,
  type WorkingMs,
  weekOf,
} from '#lib/inquiries/tally.ts'
import type { Desk } from './desk.ts'

const WEEKS = 12

/** One week in counts. Minutes are working minutes, told as "at most"; null when nobody was answered. */
export type Week = {
  week: string
  received: number
  spam: number
  answered: number
  inTime: number
  medianMinutes: number | null
  slowestTenthMinutes: number | null
}

/** The last twelve weeks, newest first: how many came, and how soon they had a first answer. Purged ones count too. */
export async function overviewOf({ db, now }: Desk, workingMs: WorkingMs): Promise<Week[]> {
  const weeks = Array.from({ length: WEEKS }, (_, ago) => weekOf(now - ago * WEEK_MS))
  const since = weeks.at(-1) ?? weekOf(now)
  const [unanswered, answered, purged] = await retryWhenBusy(() =>
    Promise.all([
      countUnanswered(db, Date.parse(since)),
      db
        .selectFrom('inquiry')
        .select(['received_at', 'answered_at', 'due_at', 'status', 'quarantined_at'])
        .where('received_at', '>=', Date.parse(since))
        .where('answered_at', 'is not', null)
        .where('status', '!=', 'spam')
        .where('quarantined_at', 'is', null)
        .execute(),
      db.selectFrom('tally').selectAll().where('week', '>=', since).execute(),
    ]),
  )

  const counts = new Map(weeks.map((week) => [week, new Map<string, number>()]))
  const add = (week: string, name: string, count: number) => {
    const names = counts.get(week)
    names?.set(name, (names.get(name) ?? 0) + count)
  }
  for (const { count, ...alike } of unanswered)
    for (const mark of marksOf(alike, workingMs)) add(weekOf(alike.received_at), mark, count)
  for (const inquiry of answered)
    for (const mark of marksOf(inquiry, workingMs)) add(weekOf(inquiry.received_at), mark, 1)
  for (const { week, name, count } of purged) add(week, name, count)

  return weeks.map((week) => figuresOf(week, counts.get(week) ?? new Map()))
}

/**
 * Those whose time to an answer is not asked for, which are all alike within a week: counted where they are stored,
 * because to read a hundred thousand of them takes half a second in which nobody else is answered.
 */
async function countUnanswered(db: Db, since: number): Promise<(Countable & { count: number })[]> {
  // Written out: SQLite takes a number that is handed over for a broken one, and would not divide to whole weeks.
  const week = sql<number>`(received_at - ${sql.lit(FIRST_MONDAY)}) / ${sql.lit(WEEK_MS)}`
  const rows = await db
    .selectFrom('inquiry')
    .select(({ fn, eb, or }) => [
      week.as('week'),
      eb
        .case()
        .when(or([eb('status', '=', 'spam'), eb('quarantined_at', 'is not', null)]))
        .then(1)
        .else(0)
        .end()
        .as('spam'),
      fn.countAll<number>().as('count'),
    ])
    .where('received_at', '>=', since)
    .where(({ eb, or }) =>
      or([eb('answered_at', 'is', null), eb('status', '=', 'spam'), eb('quarantined_at', 'is not', null)]),
    )
    .groupBy(['week', 'spam'])
    .execute()
  return rows.map(({ week, spam, count }) => ({
    received_at: Number(week) * WEEK_MS + FIRST_MONDAY,
    answered_at: null,
    due_at: null,
    status: Number(spam) === 1 ? 'spam' : 'new',
    quarantined_at: null,
    count: Number(count),
  }))
}

export type WaitingNow = { count: number; late: number; oldestAt: number | null }

/** How many wait for a first answer at this moment, how many of them too long, and since when the first one waits. */
export async function waitingNow({ db, now }: Pick<Desk, 'db' | 'now'>): Promise<WaitingNow> {
  const { count, late, oldestAt } = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('received_at').as('oldestAt')])
      .select(({ fn, eb }) =>
        fn.sum<number | null>(eb.case().when('due_at', '<=', now).then(1).else(0).end()).as('late'),
      )
      .where('closed_at', 'is', null)
      .where('quarantined_at', 'is', null)
      .where('answered_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return { count: Number(count), late: Number(late ?? 0), oldestAt: oldestAt === null ? null : Number(oldestAt) }
}

function figuresOf(week: string, counts: Map<string, number>): Week {
  const count = (name: string) => counts.get(name) ?? 0
  const slots = answerMinutes.map((minutes) => ({ minutes, count: count(`answered-in-${minutes}`) }))
  return {
    week,
    received: count('received'),
    spam: count('spam'),
    answered: count('answered'),
    inTime: count('in-time'),
    medianMinutes: quantile(slots, 0.5),
    slowestTenthMinutes: quantile(slots, 0.9),
  }
}

function quantile(slots: { minutes: number; count: number }[], share: number): number | null {
  const total = slots.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  for (const { minutes, count } of slots) {
    seen += count
    if (total > 0 && seen >= share * total) return minutes
  }
  return null
}
