import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { DAY_MS } from '#lib/duration.ts'
import { dayOf } from './daily-salt.ts'

/** Deletes the salts of earlier days, so that what was hashed with them means nothing, and the counts themselves. */
export async function forgetOldCounts(db: Db, now: number): Promise<void> {
  await retryWhenBusy(() => db.deleteFrom('daily_salt').where('day', '<', dayOf(now)).execute())
  await retryWhenBusy(() =>
    db
      .deleteFrom('visit_count')
      .where('window_start', '<=', now - DAY_MS)
      .execute(),
  )
  await retryWhenBusy(() =>
    db
      .deleteFrom('seen_message')
      .where('seen_at', '<=', now - DAY_MS)
      .execute(),
  )
}
