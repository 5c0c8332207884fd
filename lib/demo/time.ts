import { DAY_MS } from '#lib/duration.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'

const FAR_BACK_MS = 200 * DAY_MS
const NEAR_MS = 1000

/** The last moment from which so much working time passes until `now`. */
export function workingMsBefore(now: number, workingMs: number, hours: ClinicHours): number {
  let early = now - FAR_BACK_MS
  let late = now
  while (late - early > NEAR_MS) {
    const middle = Math.floor((early + late) / 2)
    if (workingMsBetween(middle, now, hours) >= workingMs) early = middle
    else late = middle
  }
  return early
}
