import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/duration.ts'

const OFFSETS_MAX = 10_000
const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

/** The days from 1 January 1970 to the day it is in the zone; the next day's number is one more. */
export function localDayOf(at: number, timeZone: string): number {
  return Math.floor((at + offsetMsAt(at, timeZone)) / DAY_MS)
}

/** The day as people write it: 2026-12-25. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Sunday is 0. */
export function weekDayOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDay()
}

/** The moment at which clocks in the zone show this time of that day; the first, on a night that has it twice. */
export function momentOf(day: number, minutes: number, timeZone: string): number {
  const shown = day * DAY_MS + minutes * MINUTE_MS
  const before = shown - offsetMsAt(shown - DAY_MS, timeZone)
  const after = shown - offsetMsAt(shown + DAY_MS, timeZone)
  const shows = (at: number) => at + offsetMsAt(at, timeZone) === shown

  const fitting = [before, after].filter(shows)
  // In the hour that is skipped in spring no clock shows it; what begins then begins when the old clock would.
  return fitting.length > 0 ? Math.min(...fitting) : before
}

/** How far the zone's clocks are ahead of UTC. Kept by the hour: to ask takes a hundred times as long as all the rest. */
function offsetMsAt(at: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  const hour = Math.floor(at / HOUR_MS)
  const kept = known.get(hour)
  if (kept !== undefined) return kept

  const offset = askForOffset(at, timeZone)
  const isSteady = [hour * HOUR_MS, (hour + 1) * HOUR_MS - 1].every((end) => askForOffset(end, timeZone) === offset)
  // An hour in which clocks are changed has two answers, so it is asked each time.
  if (!isSteady) return offset
  if (known.size >= OFFSETS_MAX) known.clear()
  offsets.set(timeZone, known.set(hour, offset))
  return offset
}

function askForOffset(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known

  const digits = 'numeric' as const
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits },
  })
  formats.set(timeZone, format)
  return format
}
