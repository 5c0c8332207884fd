/** Milliseconds; a day is always 24 hours here, which a day of the calendar is not in a zone that changes its clocks. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
