import { z } from 'zod'

/** A calendar day as people write it in front matter: 2026-11-21. */
export const dateSchema = z.iso.date({ error: 'Write the date as year-month-day, like 2026-11-21', abort: true })

/** The same day some months later; 31 August plus six months is the last day of February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
