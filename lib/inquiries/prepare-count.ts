import type { Transaction } from 'kysely'
import { countInquiry, isFlooding } from '#lib/abuse/count-inquiry.ts'
import { dailySalt } from '#lib/abuse/daily-salt.ts'
import type { Signal } from '#lib/abuse/signal.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { trySafely } from '#lib/db/savepoint.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { logEvent } from '#lib/log.ts'
import { orDoWithout } from './doing-without.ts'
import type { Inquiry } from './schema.ts'

const NOT_COUNTED = 'inquiry-not-counted'

/** More inquiries in one minute than one network may send: nothing was stored, the visitor is asked to wait. */
export class FloodError extends Error {
  override readonly name = 'FloodError'

  constructor() {
    super('Too many inquiries came from one network in a minute.')
  }
}

export type Count = (transaction: Transaction<Schema>) => Promise<Signal[]>

/**
 * Makes the counting that goes into the inquiry's own transaction. Whatever goes wrong with it stops no inquiry.
 *
 * Throws a FloodError before anything is rendered or locked when the network has sent all it may.
 */
export async function prepareCount(
  { db, countKey }: { db: Db; countKey: Buffer },
  { inquiry, address }: { inquiry: Inquiry; address?: string },
  now: number,
): Promise<Count | undefined> {
  if (address === undefined) return undefined
  const salt = await orDoWithout(NOT_COUNTED, () => dailySalt(db, countKey, now))
  if (!salt) return undefined
  if (await orDoWithout(NOT_COUNTED, () => isFlooding(db, salt, address, now))) throw new FloodError()

  const visit = { address, reach: inquiry.phone?.e164 ?? inquiry.email ?? '', message: inquiry.message }
  return async (transaction) => {
    const counted = await trySafely(transaction, () => countInquiry(transaction, salt, visit, now))
    if (counted instanceof Error) {
      logEvent(NOT_COUNTED, { failure: storageFailureOf(counted) ?? 'unknown' })
      return []
    }
    if (counted.isFlood) throw new FloodError()
    return counted.signals
  }
}
