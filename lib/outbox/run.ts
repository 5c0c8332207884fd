import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/schema.ts'
import { crashPoint } from '#lib/process/crash-point.ts'
import { retryDelayMs } from './backoff.ts'
import { type Claim, claimDelivery } from './claim.ts'
import { isPastDeadline } from './deadline.ts'
import { makeRest } from './rest.ts'
import { type Outcome, settleDelivery } from './settle.ts'
import { onWake } from './wake.ts'

const POLL_MS = 1000
const PAUSE_MS = 15 * 60 * 1000
const FAULT_PAUSE_MS_MAX = 30_000

export type DeliveryEvent = { delivery?: string; state?: string; failure?: string; attempts?: number; ms?: number }

type Delivering = {
  db: Db
  deliver: (claim: Claim) => Promise<Outcome>
  report: (event: string, fields: DeliveryEvent) => void
  now?: () => number
  random?: () => number
  pollMs?: number
}

/**
 * Delivers what is owed, one at a time, until stopped. Nothing that goes wrong ends it or makes it spin.
 *
 * `stop` waits for the attempt under way. Any number of these may run, in any number of processes.
 */
export function startDelivering({
  db,
  deliver,
  report,
  now = Date.now,
  random = Math.random,
  pollMs = POLL_MS,
}: Delivering): { stop: () => Promise<void> } {
  const rest = makeRest()
  const waking = onWake(rest.call)
  let isStopping = false
  let pausedUntil = Number.NEGATIVE_INFINITY

  async function run() {
    for (let faults = 0; !isStopping; ) {
      try {
        const hasWorked = !isPaused() && (await deliverNext())
        faults = 0
        if (!hasWorked) await rest.take(pollMs)
      } catch (error) {
        faults += 1
        report('delivery-fault', { failure: nameOf(error) })
        // Not woken by new inquiries: a full disk must not be hammered by every visitor.
        await rest.takeUndisturbed(pollMs + Math.min(retryDelayMs(faults, random), FAULT_PAUSE_MS_MAX))
      }
    }
  }

  // A clock set back must not turn a quarter of an hour into a day.
  const isPaused = () => now() < pausedUntil && pausedUntil - now() <= PAUSE_MS

  async function deliverNext(): Promise<boolean> {
    const claim = await claimDelivery(db, { owner: randomUUID(), now: now() })
    if (!claim) return false
    crashPoint('deliver.after-claim')

    const startedAt = performance.now()
    const outcome: Outcome = isPastDeadline(claim.firstAttemptAt, now())
      ? { kind: 'attention', failure: 'deadline-passed' }
      : await attempt(claim)
    if (outcome.kind === 'pause') pausedUntil = now() + PAUSE_MS

    const isSettled = await settleDelivery(db, claim, outcome, { now: now(), random })
    crashPoint('deliver.after-settle')
    report(isSettled ? 'delivery-attempted' : 'delivery-lease-lost', {
      delivery: claim.id,
      state: outcome.kind,
      attempts: claim.attempts,
      ms: Math.round(performance.now() - startedAt),
      ...('failure' in outcome && { failure: outcome.failure }),
    })
    return true
  }

  async function attempt(claim: Claim): Promise<Outcome> {
    try {
      crashPoint('deliver.before-send')
      const outcome = await deliver(claim)
      crashPoint('deliver.after-send')
      return outcome
    } catch (error) {
      return { kind: 'retry', failure: nameOf(error) }
    }
  }

  const running = run()
  return {
    async stop() {
      isStopping = true
      waking.stop()
      rest.end()
      await running
    },
  }
}

// Only the kind of error: its message may quote what a person wrote.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown-fault'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
