import { AsyncLocalStorage } from 'node:async_hooks'

const LEAST_MS = 50
const deadlines = new AsyncLocalStorage<number>()

/** Everything the work tries again, it tries until this time is over: several steps share it, none begins it anew. */
export function answerWithin<Result>(limitMs: number, work: () => Promise<Result>): Promise<Result> {
  return deadlines.run(Math.min(performance.now() + limitMs, sharedDeadline()), work)
}

/** When whoever waits for this work wants an answer; never, when nobody said. */
export function sharedDeadline(): number {
  return deadlines.getStore() ?? Number.POSITIVE_INFINITY
}

/** How long a single step may take: so long, or what is left for the whole, and always a little. */
export function withinDeadline(limitMs: number): number {
  return Math.max(LEAST_MS, Math.min(limitMs, Math.ceil(sharedDeadline() - performance.now())))
}
