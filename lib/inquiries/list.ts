import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

const withDelivery = (db: Db) =>
  db
    .selectFrom('inquiry')
    .leftJoin('delivery', 'delivery.inquiry_id', 'inquiry.id')
    .select([
      'inquiry.id',
      'inquiry.reference',
      'inquiry.received_at as receivedAt',
      'inquiry.locale',
      'inquiry.sealed',
    ])
    .select(['delivery.state', 'delivery.attempts', 'delivery.last_failure as lastFailure'])
    .select(['delivery.settled_at as settledAt'])

export type StoredInquiry = Awaited<ReturnType<typeof listInquiries>>[number]

/** Everything that came in, newest first, still sealed. */
export function listInquiries(db: Db) {
  return retryWhenBusy(() => withDelivery(db).orderBy('inquiry.received_at', 'desc').execute())
}

export function findInquiry(db: Db, reference: string): Promise<StoredInquiry | undefined> {
  return retryWhenBusy(() => withDelivery(db).where('inquiry.reference', '=', reference).executeTakeFirst())
}
