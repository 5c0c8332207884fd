import type { ExpressionBuilder } from 'kysely'
import { skipLocked } from '#lib/db/engine.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { DELAY_MS_MAX } from './backoff.ts'

/** Longer than an attempt can take, so a lease that ran out means its worker is gone. */
export const LEASE_MS = MINUTE_MS

export type Claim = {
  id: string
  inquiryId: string | null
  kind: string
  sealedPayload: Buffer
  attempts: number
  firstAttemptAt: number
  owner: string
}

function isDue({ and, or, eb }: ExpressionBuilder<Schema, 'delivery'>, now: number) {
  return or([
    and([eb('state', '=', 'pending'), eb('next_attempt_at', '<=', now)]),
    and([eb('state', '=', 'sending'), eb('lease_until', '<=', now)]),
    // Nothing is put off for half as long as this: the clock was set back since.
    and([eb('state', '=', 'pending'), eb('next_attempt_at', '>', now + 2 * DELAY_MS_MAX)]),
    and([eb('state', '=', 'sending'), eb('lease_until', '>', now + 2 * LEASE_MS)]),
  ])
}

/** Whether anything could be claimed, found out without writing. */
export async function isAnyDue(db: Db, now: number): Promise<boolean> {
  const due = await retryWhenBusy(() =>
    db
      .selectFrom('delivery')
      .select('id')
      .where((row) => isDue(row, now))
      .limit(1)
      .executeTakeFirst(),
  )
  return due !== undefined
}

/** Takes the delivery that is due longest, for one minute. Of any number of workers, one gets it. */
export async function claimDelivery(
  db: Db,
  { owner, now }: { owner: string; now: number },
): Promise<Claim | undefined> {
  // One statement: it holds the row, or SQLite's write lock, from the choice to the change. When its answer is lost, the
  // claim it may have made is a lease that runs out, so it can be made again.
  const row = await retryWhenBusy(
    () =>
      db
        .updateTable('delivery')
        .set((delivery) => ({
          state: 'sending',
          owner,
          lease_until: now + LEASE_MS,
          attempts: delivery('attempts', '+', 1),
          first_attempt_at: delivery.fn.coalesce('first_attempt_at', delivery.val(now)),
        }))
        .where('id', '=', (delivery) =>
          skipLocked(
            db,
            delivery
              .selectFrom('delivery')
              .select('id')
              .where((row) => isDue(row, now))
              .orderBy('next_attempt_at')
              .limit(1),
          ),
        )
        .returning(['id', 'inquiry_id', 'kind', 'sealed_payload', 'attempts', 'first_attempt_at'])
        .executeTakeFirst(),
    { isRepeatable: true },
  )
  if (!row) return undefined

  return {
    id: row.id,
    inquiryId: row.inquiry_id,
    kind: row.kind,
    sealedPayload: row.sealed_payload,
    attempts: row.attempts,
    firstAttemptAt: row.first_attempt_at ?? now,
    owner,
  }
}
