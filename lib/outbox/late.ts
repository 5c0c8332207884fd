import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { DAY_MS, MINUTE_MS } from '#lib/duration.ts'
import { needsPerson } from './fate.ts'

const LATE_MS = 15 * MINUTE_MS

/** Whether anything has been owed for more than a quarter of an hour, tried or not. */
export async function hasLateDelivery(db: Db, now: number): Promise<boolean> {
  const late = await retryWhenBusy(
    () =>
      db
        .selectFrom('delivery')
        .select('id')
        .where('state', 'in', ['pending', 'sending'])
        .where((delivery) => delivery(delivery.fn.coalesce('first_attempt_at', 'next_attempt_at'), '<=', now - LATE_MS))
        .limit(1)
        .executeTakeFirst(),
    { isRepeatable: true },
  )
  return late !== undefined
}

/**
 * Whether the clinic lacks an e-mail that will not come by itself.
 *
 * It is settled once somebody has opened or closed the inquiry; a mail about no single inquiry is forgotten after a day.
 */
export async function hasTroubledDelivery(db: Db, now: number): Promise<boolean> {
  const ofInquiry = troubledIn(db)
    .innerJoin('inquiry', 'inquiry.id', 'delivery.inquiry_id')
    .where('inquiry.opened_at', 'is', null)
    .where('inquiry.closed_at', 'is', null)
  const ofNone = troubledIn(db)
    .where('delivery.inquiry_id', 'is', null)
    .where(({ eb, fn }) => eb(fn.coalesce('delivery.fate_at', 'delivery.settled_at'), '>', now - DAY_MS))

  // Two questions, because each has an index and both at once have none.
  for (const query of [ofInquiry, ofNone]) {
    const troubled = await retryWhenBusy(() => query.executeTakeFirst(), { isRepeatable: true })
    if (troubled) return true
  }
  return false
}

function troubledIn(db: Db) {
  return db
    .selectFrom('delivery')
    .select('delivery.id')
    .where('delivery.kind', '!=', 'receipt')
    .where(needsPerson())
    .limit(1)
}
