import { type Clinic, clinic, weekDays } from '#lib/clinic.ts'
import { MINUTE_MS } from '#lib/duration.ts'

/** When somebody answers, ready to be counted: minutes after midnight for each day of the week, Sunday first. */
export type ClinicHours = {
  timeZone: string
  week: { opens: number; closes: number }[][]
  /** Days as 2026-12-25. */
  holidays: ReadonlySet<string>
  /** False: this is a stand-in, and no visitor may be promised anything by it. */
  isConfirmed: boolean
}

type Known = Pick<Clinic, 'hours' | 'holidays'>

const standIn: NonNullable<Known['hours']> = {
  timeZone: 'America/New_York',
  week: (['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const).map((day) => ({
    day,
    opens: '09:00',
    closes: '17:00',
  })),
}

/** The clinic's hours; while nobody has confirmed them, Monday to Friday from 9 to 5 in New York. */
export function clinicHours({ hours, holidays }: Known): ClinicHours {
  const { timeZone, week } = hours ?? standIn
  const spansOf = (name: string) =>
    week
      .filter(({ day }) => day === name)
      .map(({ opens, closes }) => ({ opens: minutesOf(opens), closes: minutesOf(closes) }))
      .sort((one, other) => one.opens - other.opens)

  return {
    timeZone,
    week: weekDays.map(spansOf),
    holidays: new Set(holidays),
    isConfirmed: hours !== null && holidays !== null,
  }
}

/** The hours as the clinic has them now; the file is read again only when it has changed. */
export const currentHours = () => clinicHours(clinic())

/** Changes when the hours change; the same hours give the same text in every process. */
export function fingerprintOfHours({ timeZone, week, holidays }: ClinicHours): string {
  return JSON.stringify([timeZone, week.map((spans) => spans.map(Object.values)), [...holidays].sort()])
}

/** What "one working day" counts: the average of the days on which somebody answers. */
export function workingDayMs({ week }: ClinicHours): number {
  const days = week.filter((spans) => spans.length > 0)
  const minutes = days.flat().reduce((sum, { opens, closes }) => sum + closes - opens, 0)
  return Math.round((minutes * MINUTE_MS) / days.length)
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
