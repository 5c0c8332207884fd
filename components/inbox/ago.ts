import { filled, staff } from '#content/en/staff.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/duration.ts'

/** How long ago something was, in the largest unit that says it. */
export function agoText(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE_MS) return staff.ago.now
  if (passed < HOUR_MS) return filled(staff.ago.minutes, { count: Math.floor(passed / MINUTE_MS) })
  if (passed < 2 * DAY_MS) return filled(staff.ago.hours, { count: Math.floor(passed / HOUR_MS) })
  return filled(staff.ago.days, { count: Math.floor(passed / DAY_MS) })
}
