import type { ClinicHours } from './clinic-hours.ts'
import { dayText, localDayOf, momentOf, weekDayOf } from './local-day.ts'

type Span = { opens: number; closes: number }

/** Ten years without a single open hour are not a clinic's hours. */
const SHUT_DAYS_MAX = 3_660

const known = new WeakMap<ClinicHours, Map<number, Span[]>>()

/** How much time somebody was there to answer between two moments; 0 when the second is not later. */
export function workingMsBetween(from: number, to: number, hours: ClinicHours): number {
  let sum = 0
  const last = localDayOf(to, hours.timeZone)
  for (let day = localDayOf(from, hours.timeZone); day <= last; day += 1)
    for (const { opens, closes } of spansOf(day, hours))
      sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  return sum
}

/** The first moment at which so much working time has passed since `from`. */
export function addWorkingMs(from: number, ms: number, hours: ClinicHours): number {
  if (ms <= 0) return from

  let left = ms
  let day = localDayOf(from, hours.timeZone)
  for (let shut = 0; shut < SHUT_DAYS_MAX; day += 1) {
    shut += 1
    for (const { opens, closes } of spansOf(day, hours)) {
      const begins = Math.max(opens, from)
      if (closes <= begins) continue
      if (left <= closes - begins) return begins + left
      left -= closes - begins
      shut = 0
    }
  }
  throw new RangeError('The clinic is never open.')
}

/** The open spans of one day as moments, in order and never overlapping, whatever clocks do that night. */
function spansOf(day: number, hours: ClinicHours): Span[] {
  const days = known.get(hours) ?? new Map<number, Span[]>()
  known.set(hours, days)
  const earlier = days.get(day)
  if (earlier) return earlier

  const spans: Span[] = []
  let free = Number.NEGATIVE_INFINITY
  const isHoliday = hours.holidays.has(dayText(day))
  for (const span of isHoliday ? [] : (hours.week[weekDayOf(day)] ?? [])) {
    const opens = Math.max(free, momentOf(day, span.opens, hours.timeZone))
    const closes = Math.max(opens, momentOf(day, span.closes, hours.timeZone))
    spans.push({ opens, closes })
    free = closes
  }
  days.set(day, spans)
  return spans
}
