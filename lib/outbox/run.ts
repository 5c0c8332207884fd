import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/schema.ts'
import { crashPoint } from '#lib/process/crash-point.ts'
import { faultName } from '#lib/process/fault-name.ts'
import { withholdAllowance } from './allowance.ts'
import { retryDelayMs } from './backoff.ts'
import type { Claim } from './claim.ts'
import { isPastDeadline } from './deadline.ts'
import { beginPause, endPause, findPause } from './pause.ts'
import { makeRest } from './rest.ts'
import { type Outcome, settleDelivery } from './settle.ts'
import { type Turn, takeTurn } from './turn.ts'
import { onWake } from './wake.ts'

const POLL_MS = 1000
const FAULT_PAUSE_MS_MAX = 30_000
/** Enough that slow answers of two seconds do not lower the rate, and that one that hangs holds nobody up. */
const AT_ONCE_MAX = 10
/** How long a rate is counted for, when a refusal does not say when to come back. */
const RATE_WINDOW_MS = 1000

export type DeliveryEvent = { delivery?: string; state?: string; failure?: string; attempts?: number; ms?: number }

type Delivering = {
  db: Db
  deliver: (claim: Claim) => Promise<Outcome>
  report: (event: string, fields: DeliveryEvent) => void
  now?: () => number
  random?: () => number
  pollMs?: number
  /** How many attempts a second all processes on this database may make together; an answer may name another rate. */
  perSecondMax?: number | undefined
}

/**
 * Delivers what is owed until stopped. Nothing that goes wrong ends it or makes it spin.
 *
 * `stop` waits for the attempts under way. Any number of these may run, in any number of processes.
 */
export function startDelivering({
  db,
  deliver,
  report,
  now = Date.now,
  random = Math.random,
  pollMs = POLL_MS,
  perSecondMax,
}: Delivering): { stop: () => Promise<void> } {
  const rest = makeRest()
  const waking = onWake(rest.call)
  const underWay = new Set<Promise<void>>()
  let isStopping = false
  let faults = 0

  async function run() {
    while (!isStopping) {
      if (faults > 0) {
        // Not woken by new inquiries: a full disk must not be hammered by every visitor.
        await rest.takeUndisturbed(pollMs + Math.min(retryDelayMs(faults, random), FAULT_PAUSE_MS_MAX))
        if (isStopping) break
      }
      await withoutFault(beginNext)
      if (underWay.size >= AT_ONCE_MAX) await Promise.race(underWay)
    }
    await Promise.all(underWay)
  }

  async function beginNext() {
    const turn = await takeTurn(db, { owner: randomUUID(), now: now(), perSecondMax })
    faults = 0
    if (turn === undefined) return rest.take(pollMs)
    if (typeof turn === 'number') return rest.take(Math.min(turn, pollMs))

    const work = withoutFault(() => deliverOne(turn)).finally(() => underWay.delete(work))
    underWay.add(work)
  }

  async function withoutFault(act: () => Promise<void>) {
    try {
      await act()
    } catch (error) {
      faults += 1
      report('delivery-fault', { failure: faultName(error) })
    }
  }

  async function deliverOne({ claim, giveBack }: Turn) {
    crashPoint('deliver.after-claim')
    const startedAt = performance.now()
    const isOver = isPastDeadline(claim.firstAttemptAt, now())
    const outcome: Outcome = isOver ? { kind: 'attention', failure: 'deadline-passed' } : await attempt(claim)
    if (isOver) await giveBack()
    await holdOthers(outcome)

    const isSettled = await settleDelivery(db, claim, outcome, { now: now(), random })
    crashPoint('deliver.after-settle')
    if (outcome.kind === 'sent' && (await findPause(db, now()))) await endPause(db)
    report(isSettled ? 'delivery-attempted' : 'delivery-lease-lost', {
      delivery: claim.id,
      state: outcome.kind,
      attempts: claim.attempts,
      ms: Math.round(performance.now() - startedAt),
      ...('failure' in outcome && { failure: outcome.failure }),
    })
  }

  async function attempt(claim: Claim): Promise<Outcome> {
    try {
      crashPoint('deliver.before-send')
      const outcome = await deliver(claim)
      crashPoint('deliver.after-send')
      return outcome
    } catch (error) {
      return { kind: 'retry', failure: faultName(error) }
    }
  }

  /** What an answer asks of every delivery. Written down before this one is due again, or another could be tried first. */
  async function holdOthers(outcome: Outcome) {
    if (outcome.kind === 'pause') {
      const { failure: reason, untilNextDay = false } = outcome
      await beginPause(db, { reason, untilNextDay, now: now() })
    }
    if (perSecondMax === undefined) return
    perSecondMax = outcome.perSecondMax ?? perSecondMax
    if (outcome.kind === 'retry' && outcome.holdsAll)
      await withholdAllowance(db, outcome.retryAfterMs ?? RATE_WINDOW_MS, now())
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
