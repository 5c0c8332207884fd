import { expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/duration.ts'
import { localDayOf, momentOf } from '#lib/hours/local-day.ts'

test.each([
  // Until 2011 Newfoundland went back from a minute after midnight to the day before, in the middle of an hour of UTC.
  ['America/St_Johns', '2010-11-07T02:31:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
])('in %s a time is told rightly on both sides of a change of clocks, whatever was asked before', (zone, changed) => {
  const at = Date.parse(changed)
  const shown = (moment: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment)
  for (const minutes of [-45, 10, -10, 45, -1, 0, 1, -29, 29]) {
    const moment = at + minutes * MINUTE_MS
    const day = localDayOf(moment, zone)
    expect(new Date(day * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10)).toBe(shown(moment))
    // Noon is after every change, so its moment shows which offset was taken.
    const noon = momentOf(day, 12 * 60, zone)
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(noon)).toBe('12:00')
  }
})
