import { createHmac } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import { readPhoneNumber } from './phone.ts'
import type { Inquiry } from './schema.ts'
import { openIfPossible } from './store.ts'

type ReachKind = 'phone' | 'email'
type Indexed = { indexed: number; unopenable: number }
export type Found = { id: string; reference: string; receivedAt: number }
type Reach = { kind: ReachKind; hash: string }

const BATCH = 100

/**
 * By what the same phone number or address is recognised, without saying which it is to anybody without the key.
 *
 * An address counts as written, but for capitals: dots and plus signs mean something at some providers and nothing at
 * others, and two people taken for one is worse than one taken for two.
 */
export function blindHash(indexKey: Buffer, kind: ReachKind, value: string): string {
  return createHmac('sha256', indexKey)
    .update(`${kind}:${value.trim().normalize('NFC').toLowerCase()}`)
    .digest('hex')
}

/** Writes the index of every inquiry that has none; one that cannot be opened is passed over, and tried again next time. */
export async function indexNewInquiries(
  db: Db,
  privateKeys: readonly PrivateKey[],
  indexKey: Buffer,
  now: number,
): Promise<Indexed> {
  const result: Indexed = { indexed: 0, unopenable: 0 }
  for (let after = ''; ; ) {
    const rows = await retryWhenBusy(() => unindexed(db, after))
    const opened = rows.flatMap((row) => {
      const inquiry = openIfPossible(privateKeys, row)
      return inquiry ? [{ id: row.id, reaches: reachesOf(inquiry, indexKey) }] : []
    })
    result.unopenable += rows.length - opened.length
    result.indexed += await writeIndex(db, opened, now)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return result
    after = last.id
    // SQLite answers at once, so without this no visitor would have a turn until the last is indexed.
    await nextTurn()
  }
}

/** Forgets the index, so that all of it is written anew: what another key wrote finds nothing. Answers how many. */
export async function forgetIndex(db: Db): Promise<number> {
  return inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('blind_index').execute()
    const { numUpdatedRows } = await transaction
      .updateTable('inquiry')
      .set({ indexed_at: null })
      .where('indexed_at', 'is not', null)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
}

/** Every inquiry that left this phone number or e-mail address, newest first. */
export async function findByReach(db: Db, indexKey: Buffer, text: string): Promise<Found[]> {
  const phone = readPhoneNumber(text)
  const hashes = [
    ...(phone ? [blindHash(indexKey, 'phone', phone)] : []),
    ...(text.includes('@') ? [blindHash(indexKey, 'email', text)] : []),
  ]
  if (hashes.length === 0) return []
  return retryWhenBusy(() => foundWith(db).where('blind_index.hash', 'in', hashes).execute())
}

/** Every other inquiry that left the same phone number or e-mail address as this one, newest first. */
export async function findSameSender(db: Db, inquiryId: string): Promise<Found[]> {
  return retryWhenBusy(() =>
    foundWith(db)
      .where('blind_index.hash', 'in', (index) =>
        index.selectFrom('blind_index as own').select('own.hash').where('own.inquiry_id', '=', inquiryId),
      )
      .where('inquiry.id', '!=', inquiryId)
      .execute(),
  )
}

const foundWith = (db: Db) =>
  db
    .selectFrom('blind_index')
    .innerJoin('inquiry', 'inquiry.id', 'blind_index.inquiry_id')
    .select(['inquiry.id', 'inquiry.reference', 'inquiry.received_at as receivedAt'])
    .distinct()
    .orderBy('inquiry.received_at', 'desc')

const unindexed = (db: Db, after: string) =>
  db
    .selectFrom('inquiry')
    .select(['id', 'sealed'])
    .where('indexed_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute()

function reachesOf({ phone, email }: Inquiry, indexKey: Buffer): Reach[] {
  return [
    ...(phone ? [{ kind: 'phone' as const, hash: blindHash(indexKey, 'phone', phone.e164) }] : []),
    ...(email ? [{ kind: 'email' as const, hash: blindHash(indexKey, 'email', email) }] : []),
  ]
}

/** Marks first and writes then, so that a purge or another process in between leaves nothing half done. */
async function writeIndex(db: Db, opened: { id: string; reaches: Reach[] }[], now: number): Promise<number> {
  if (opened.length === 0) return 0
  return inTransaction(db, async (transaction) => {
    let written = 0
    for (const { id, reaches } of opened) {
      const { numUpdatedRows } = await transaction
        .updateTable('inquiry')
        .set({ indexed_at: now })
        .where('id', '=', id)
        .where('indexed_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      for (const reach of reaches)
        await transaction
          .insertInto('blind_index')
          .values({ inquiry_id: id, ...reach })
          .onConflict((conflict) => conflict.columns(['inquiry_id', 'kind']).doUpdateSet({ hash: reach.hash }))
          .execute()
      written += 1
    }
    return written
  })
}
