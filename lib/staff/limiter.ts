import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'

type Limit = { key: string; attemptsMax: number; windowMs: number }

/** For one person whose passkey was named. Only failed attempts count in the end. */
export const limitFor = (staffId: string): Limit => ({
  key: `staff/${staffId}`,
  attemptsMax: 10,
  windowMs: 5 * MINUTE_MS,
})

/**
 * For all attempts together that name nobody we know. It is apart from the others, so that a stranger who spends it
 * keeps no member of staff out.
 */
export const limitForStrangers: Limit = { key: 'staff/stranger', attemptsMax: 30, windowMs: MINUTE_MS }

/** Takes one of the attempts left in this stretch of time. The database counts, so no two can take the same one. */
export async function takeAttempt(db: Db, limit: Limit, now: number): Promise<boolean> {
  const at = windowOf(limit, now)
  // Whoever is over the limit already costs a read and no write.
  const known = await db
    .selectFrom('visit_count')
    .select('count')
    .where('key', '=', at.key)
    .where('window_start', '=', at.window_start)
    .executeTakeFirst()
  if (known && known.count >= limit.attemptsMax) return false

  const { count } = await retryWhenBusy(() =>
    db
      .insertInto('visit_count')
      .values({ ...at, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ count: eb('visit_count.count', '+', 1) })),
      )
      .returning('count')
      .executeTakeFirstOrThrow(),
  )
  return count <= limit.attemptsMax
}

/** Gives an attempt back that turned out to be right. */
export async function returnAttempt(db: Db, limit: Limit, now: number): Promise<void> {
  const { key, window_start } = windowOf(limit, now)
  await db
    .updateTable('visit_count')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('window_start', '=', window_start)
    .where('count', '>', 0)
    .execute()
}

function windowOf({ key, windowMs }: Limit, now: number) {
  return { key, window_start: now - (now % windowMs) }
}
