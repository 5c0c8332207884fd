import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { retryDelayMs } from './backoff.ts'
import type { Claim } from './claim.ts'
import { deadlineOf } from './deadline.ts'

/**
 * What came of an attempt. `pause`: nothing can be delivered by anyone until the configuration is put right or the
 * next day begins. `holdsAll`: the wait that was asked for is meant for every delivery. `perSecondMax`: the rate that
 * the receiver named.
 */
export type Outcome = (
  | { kind: 'sent'; providerId: string }
  | { kind: 'retry'; failure: string; retryAfterMs?: number; holdsAll?: true }
  | { kind: 'pause'; failure: string; untilNextDay?: true }
  | { kind: 'attention'; failure: string }
) & { perSecondMax?: number }

type Settled = Partial<Schema['delivery']> & Pick<Schema['delivery'], 'state'>

/** Writes down what came of an attempt; false when the lease was lost meanwhile, and then nothing changed. */
export async function settleDelivery(
  db: Db,
  claim: Claim,
  outcome: Outcome,
  { now, random }: { now: number; random: () => number },
): Promise<boolean> {
  const result = await retryWhenBusy(() =>
    db
      .updateTable('delivery')
      .set({ owner: null, lease_until: null, ...after(claim, outcome, now, random) })
      .where('id', '=', claim.id)
      .where('owner', '=', claim.owner)
      .where('state', '=', 'sending')
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}

function after(claim: Claim, outcome: Outcome, now: number, random: () => number): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', provider_id: outcome.providerId, last_failure: null, settled_at: now }
    case 'attention':
      return { state: 'attention', last_failure: outcome.failure, settled_at: now }
    case 'pause':
      return { state: 'pending', last_failure: outcome.failure, next_attempt_at: now, ...uncounted(claim) }
    case 'retry': {
      const next = now + retryDelayMs(claim.attempts, random, outcome.retryAfterMs)
      const next_attempt_at = Math.min(next, Math.max(now, deadlineOf(claim.firstAttemptAt)))
      return { state: 'pending', last_failure: outcome.failure, next_attempt_at }
    }
  }
}

// The provider refused everything, so this attempt reached nobody; unless an earlier one might have, the 23 hours
// have not begun.
function uncounted({ attempts }: Claim): Partial<Schema['delivery']> {
  return { attempts: attempts - 1, ...(attempts === 1 && { first_attempt_at: null }) }
}
