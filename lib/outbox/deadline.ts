import { HOUR_MS } from '#lib/duration.ts'

/** Resend forgets an idempotency key after 24 hours; an attempt after that could reach the reader a second time. */
const ATTEMPTING_MS_MAX = 23 * HOUR_MS

export function deadlineOf(firstAttemptAt: number): number {
  return firstAttemptAt + ATTEMPTING_MS_MAX
}

export function isPastDeadline(firstAttemptAt: number, now: number): boolean {
  return now >= deadlineOf(firstAttemptAt)
}
