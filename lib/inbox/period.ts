import { DAY_MS } from '#lib/duration.ts'
import { momentOf } from '#lib/hours/local-day.ts'

/** Whole days of the clinic's own calendar, the last one included; undefined when they are no days or go backwards. */
export function readPeriod(from: string, until: string, timeZone: string) {
  const [first, last] = [dayNumber(from), dayNumber(until)]
  if (first === undefined || last === undefined || last < first) return undefined
  return { from: momentOf(first, 0, timeZone), before: momentOf(last + 1, 0, timeZone) }
}

function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at / DAY_MS
}
