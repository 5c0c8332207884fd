import { MINUTE_MS } from '#lib/duration.ts'

const FIRST_DELAY_MS = 2000
/** The longest wait between two attempts, also when a provider asks for more. */
export const DELAY_MS_MAX = 10 * MINUTE_MS

/**
 * Wait before the next attempt: somewhere below 2 s, doubling to a 10 minute ceiling, never sooner than asked.
 *
 * The whole range is random ("full jitter"): deliveries that failed together do not come back together.
 */
export function retryDelayMs(failedAttempts: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(FIRST_DELAY_MS * 2 ** (failedAttempts - 1), DELAY_MS_MAX)
  return Math.round(Math.min(Math.max(random() * ceiling, retryAfterMs), DELAY_MS_MAX))
}
