import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { answerMinutes, marksOf, type WorkingMs, weekOf } from '#lib/inquiries/tally.ts'
import type { Desk } from './desk.ts'

const WEEKS = 12
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

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
  const [live, purged] = await retryWhenBusy(() =>
    Promise.all([
      db
        .selectFrom('inquiry')
        .select(['received_at', 'answered_at', 'due_at', 'status', 'quarantined_at'])
        .where('received_at', '>=', Date.parse(since))
        .execute(),
      db.selectFrom('tally').selectAll().where('week', '>=', since).execute(),
    ]),
  )

  const counts = new Map(weeks.map((week) => [week, new Map<string, number>()]))
  const add = (week: string, name: string, count: number) => {
    const names = counts.get(week)
    names?.set(name, (names.get(name) ?? 0) + count)
  }
  for (const inquiry of live) for (const mark of marksOf(inquiry, workingMs)) add(weekOf(inquiry.received_at), mark, 1)
  for (const { week, name, count } of purged) add(week, name, count)

  return weeks.map((week) => figuresOf(week, counts.get(week) ?? new Map()))
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
