import type { Transaction } from 'kysely'
import { countInquiry } from '#lib/abuse/count-inquiry.ts'
import { dailySalt } from '#lib/abuse/daily-salt.ts'
import type { Signal } from '#lib/abuse/signal.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { trySafely } from '#lib/db/savepoint.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { logEvent } from '#lib/log.ts'
import type { Inquiry } from './schema.ts'

/** More inquiries in one minute than one network may send: nothing was stored, the visitor is asked to wait. */
export class FloodError extends Error {
  override readonly name = 'FloodError'
}

export type Count = (transaction: Transaction<Schema>) => Promise<Signal[]>

/** Makes the counting that goes into the inquiry's own transaction. Whatever goes wrong with it stops no inquiry. */
export async function prepareCount(
  { db, countKey }: { db: Db; countKey: Buffer },
  { inquiry, address }: { inquiry: Inquiry; address?: string },
  now: number,
): Promise<Count> {
  if (address === undefined) return async () => []
  const salt = await dailySalt(db, countKey, now).catch(tellOfFailure)
  if (!salt) return async () => []

  const visit = { address, reach: inquiry.phone?.e164 ?? inquiry.email ?? '', message: inquiry.message }
  return async (transaction) => {
    const counted = await trySafely(transaction, () => countInquiry(transaction, salt, visit, now))
    if (counted instanceof Error) {
      tellOfFailure(counted)
      return []
    }
    if (counted.isFlood) throw new FloodError('Too many inquiries came from one network in a minute.')
    return counted.signals
  }
}

function tellOfFailure(error: unknown): undefined {
  logEvent('inquiry-not-counted', { failure: storageFailureOf(error) ?? 'unknown' })
}
