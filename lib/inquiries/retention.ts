import type { Clinic } from '#lib/clinic.ts'
import { DAY_MS } from '#lib/duration.ts'

export type RetentionRules = {
  /** Days from closing an inquiry until it is deleted. */
  closedDays: number
  /** Days from its arrival until it is deleted, closed or not. */
  daysMax: number
}

export const RETENTION_DEFAULT: RetentionRules = { closedDays: 30, daysMax: 180 }

/** What the clinic confirmed; where it confirmed nothing, our defaults, which no page promises to anybody. */
export function retentionRulesOf({
  retentionDays,
  retentionDaysMax,
}: Pick<Clinic, 'retentionDays' | 'retentionDaysMax'>): RetentionRules {
  return {
    closedDays: retentionDays ?? RETENTION_DEFAULT.closedDays,
    daysMax: retentionDaysMax ?? RETENTION_DEFAULT.daysMax,
  }
}

/** What was closed, or came in, at these times or before is due. */
export function retentionEnds({ closedDays, daysMax }: RetentionRules, at: number) {
  return { closedBefore: at - closedDays * DAY_MS, receivedBefore: at - daysMax * DAY_MS }
}
