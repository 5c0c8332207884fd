import { sql } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { isOpenedByAny } from '#lib/seal/key-ids.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'

const withDelivery = (db: Db) =>
  db
    .selectFrom('inquiry')
    .leftJoin('delivery', (join) =>
      // The first one: staff may have had it sent again.
      join.on('delivery.once_key', '=', sql<string>`'inquiry/' || inquiry.id || '/clinic'`),
    )
    .select([
      'inquiry.id',
      'inquiry.reference',
      'inquiry.received_at as receivedAt',
      'inquiry.locale',
      'inquiry.sealed',
      'inquiry.quarantined_at as quarantinedAt',
    ])
    .select(['delivery.state', 'delivery.attempts', 'delivery.last_failure as lastFailure'])
    .select(['delivery.settled_at as settledAt', 'delivery.fate'])

export type StoredInquiry = Awaited<ReturnType<typeof listInquiries>>[number]

/** Everything that came in, newest first, still sealed. */
export function listInquiries(db: Db) {
  return retryWhenBusy(() => withDelivery(db).orderBy('inquiry.received_at', 'desc').execute())
}

export function findInquiry(db: Db, reference: string): Promise<StoredInquiry | undefined> {
  return retryWhenBusy(() => withDelivery(db).where('inquiry.reference', '=', reference).executeTakeFirst())
}

/** How many inquiries none of the keys at hand opens; anything but 0 at start-up means a key was lost. */
export async function countUnopenable(db: Db, privateKeys: readonly PrivateKey[]): Promise<number> {
  const groups = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .select((inquiry) => ['key_id', inquiry.fn.countAll().as('count')])
      .groupBy('key_id')
      .execute(),
  )
  return groups
    .filter((group) => !isOpenedByAny(group.key_id, privateKeys))
    .reduce((sum, { count }) => sum + Number(count), 0)
}
