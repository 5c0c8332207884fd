import { sql } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'

const NAME = 'email'
const TOKEN = 1000
/** How late a process may come for a token without losing a part of the rate. */
const LATE_MS_MAX = 150
/** Clocks of machines differ by less; a bucket filled further in the future than this is from a clock set back. */
const AHEAD_MS_MAX = MINUTE_MS

type Asking = { perSecond: number; now: number }

/**
 * Takes one token of the rate that all processes on this database share: 0 when it was taken, else how many
 * milliseconds until there may be one.
 */
export async function takeAllowance(db: Db, asking: Asking): Promise<number> {
  const { now } = asking
  const filled = fillOf(asking)
  const taken = await retryWhenBusy(() =>
    db
      .updateTable('allowance')
      .set({ millitokens: sql<number>`${filled} - ${whole(TOKEN)}`, refilled_at: timeOf(now) })
      .where('name', '=', NAME)
      .where(sql<boolean>`${filled} >= ${whole(TOKEN)}`)
      .executeTakeFirst(),
  )
  if (taken.numUpdatedRows > 0n) return 0

  const bucket = await retryWhenBusy(() =>
    db
      .selectFrom('allowance')
      .select([filled.as('millitokens'), 'refilled_at'])
      .where('name', '=', NAME)
      .executeTakeFirst(),
  )
  if (bucket) return waitMs(Number(bucket.millitokens), bucket.refilled_at, asking)

  await fillFirst(db, now)
  return takeAllowance(db, asking)
}

/** Gives back a token that was not used. */
export async function returnAllowance(db: Db): Promise<void> {
  await retryWhenBusy(() =>
    db
      .updateTable('allowance')
      .set((bucket) => ({ millitokens: bucket('millitokens', '+', TOKEN) }))
      .where('name', '=', NAME)
      .execute(),
  )
}

/** Nobody gets a token for so long, a minute at most: the provider asked for it. */
export async function withholdAllowance(db: Db, ms: number, now: number): Promise<void> {
  await fillFirst(db, now)
  await retryWhenBusy(() =>
    db
      .updateTable('allowance')
      .set({ millitokens: 0, refilled_at: now + Math.min(ms, AHEAD_MS_MAX) })
      .where('name', '=', NAME)
      .execute(),
  )
}

async function fillFirst(db: Db, now: number) {
  await retryWhenBusy(() =>
    db
      .insertInto('allowance')
      .values({ name: NAME, millitokens: TOKEN, refilled_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** What is in the bucket now. A thousandth of a token comes every millisecond for each token a second. */
function fillOf({ perSecond, now }: Asking) {
  const full = whole(TOKEN + LATE_MS_MAX * perSecond)
  const grown = sql`millitokens + (${whole(now)} - refilled_at) * ${whole(perSecond)}`
  return sql<number>`case
    when refilled_at > ${whole(now + AHEAD_MS_MAX)} then ${whole(TOKEN)}
    when refilled_at >= ${whole(now)} then millitokens
    when ${grown} > ${full} then ${full}
    else ${grown} end`
}

/** The latest time any process has seen: one whose clock is behind must not fill the same second again. */
function timeOf(now: number) {
  return sql<number>`case
    when refilled_at > ${whole(now)} and refilled_at <= ${whole(now + AHEAD_MS_MAX)} then refilled_at
    else ${whole(now)} end`
}

function waitMs(millitokens: number, refilledAt: number, { perSecond, now }: Asking): number {
  const ahead = Math.max(0, refilledAt - now)
  return Math.ceil(ahead + Math.max(1, (TOKEN - millitokens) / perSecond))
}

const whole = (value: number) => sql<number>`cast(${value} as bigint)`
