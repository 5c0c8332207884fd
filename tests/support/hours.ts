import { clinicHours } from '#lib/hours/clinic-hours.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

/** Confirmed hours: Monday to Friday from 9 to 5 in New York, and no holidays. */
export const officeHours = hoursFrom('09:00', '17:00')

export function hoursFrom(opens: string, closes: string) {
  return clinicHours({
    hours: { timeZone: 'America/New_York', week: days.map((day) => ({ day, opens, closes })) },
    holidays: [],
  })
}

/** A Monday on which the clinic is open, at ten in the morning in New York. */
export const MONDAY_AT_TEN = Date.parse('2026-11-23T10:00-05:00')
