import { MINUTE_MS } from '#lib/duration.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { localDayOf, momentOf } from '#lib/hours/local-day.ts'
import { addWorkingMs } from '#lib/hours/working-time.ts'

const DAYS_AHEAD = [1, 2, 3, 7, 14, 30]

/** When it could come back: the hour at which somebody next answers, on or after each of some days. */
export function snoozeChoices(now: number, hours: ClinicHours): number[] {
  const today = localDayOf(now, hours.timeZone)
  const openings = DAYS_AHEAD.map((days) => {
    const midnight = momentOf(today + days, 0, hours.timeZone)
    // The first open minute ends one minute after the opening.
    return addWorkingMs(midnight, MINUTE_MS, hours) - MINUTE_MS
  })
  return [...new Set(openings)]
}
