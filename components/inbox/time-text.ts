import { inbox } from '#content/en/inbox.ts'
import { filled } from '#content/en/staff.ts'
import { MINUTE_MS } from '#lib/duration.ts'

/** Working time as people say it: 12 min, 5 h 20 min, 8 h. */
export function workingText(ms: number): string {
  const all = Math.floor(ms / MINUTE_MS)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return filled(inbox.clock.minutes, { minutes })
  return minutes === 0 ? filled(inbox.clock.hours, { hours }) : filled(inbox.clock.working, { hours, minutes })
}
