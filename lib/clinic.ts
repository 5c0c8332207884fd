import { z } from 'zod'
import { dateSchema } from '#lib/articles/date.ts'
import { readGenerated } from '#lib/articles/generated.ts'

/** What a page prints where a fact of the clinic is not known. */
export const TO_BE_CONFIRMED = '[to be confirmed]'

const text = z.string('Write some text here').trim().min(1, 'Write some text here')

/** Null while unknown; once known, it says who confirmed it and when. */
const confirmed = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, confirmedBy: text, confirmedOn: dateSchema }).nullable()

export const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the time as 09:00 or 17:30')
const span = z
  .strictObject({ day: z.enum(weekDays, 'Write the day in full, like Monday'), opens: clock, closes: clock })
  .refine(({ opens, closes }) => opens < closes, 'Write a closing time that is later than the opening time')
const hours = z.strictObject({
  timeZone: text.refine(isTimeZone, 'Write the time zone as America/New_York'),
  week: z.array(span).min(1, 'Write at least one day'),
})
const person = z.strictObject({ name: text, role: text, licence: text, confirmedBy: text, confirmedOn: dateSchema })
const price = z.strictObject({ what: text, amount: text })

export const clinicSchema = z.strictObject({
  name: text.describe('The full name of the clinic.'),
  shortName: text.describe('The name where space is short.'),
  open: z.boolean('Write true or false').describe('True when patients may come; then every fact must be known.'),
  phone: confirmed(text).describe('The number people call, as +1 and ten digits.'),
  callerPhone: confirmed(text).describe('The number people see when the clinic calls them back.'),
  address: confirmed(text).describe('Street, town, state and ZIP code.'),
  hours: confirmed(hours).describe('When someone answers, and in which time zone; a day with a break has two lines.'),
  holidays: confirmed(z.array(dateSchema)).describe('The days on which nobody answers although the week says so.'),
  timeZone: confirmed(text).describe('The time zone the clinic works in, like America/New_York.'),
  people: z.array(person).describe('Who treats patients, with role and licence; an empty list while unknown.'),
  prices: confirmed(z.array(price).min(1)).describe('What each service costs.'),
  licences: confirmed(z.array(text).min(1)).describe('The licences the clinic holds.'),
  retentionDays: confirmed(z.int().positive()).describe('Days until a closed inquiry is deleted.'),
  retentionDaysMax: confirmed(z.int().positive()).describe('Days until any inquiry is deleted, closed or not.'),
})

type ClinicFile = z.infer<typeof clinicSchema>
type FactName = Exclude<keyof ClinicFile, 'name' | 'shortName' | 'open' | 'people'>

/** The clinic's facts as pages use them: each its value, or null while nobody has confirmed it. */
export type Clinic = { name: string; shortName: string; isOpen: boolean; people: ClinicFile['people'] } & {
  [Name in FactName]: NonNullable<ClinicFile[Name]>['value'] | null
}

export function clinic(): Clinic {
  return readClinic(readGenerated<ClinicFile>('library/clinic.json'))
}

export function readClinic(file: ClinicFile): Clinic {
  return {
    name: file.name,
    shortName: file.shortName,
    isOpen: file.open,
    people: file.people,
    phone: file.phone?.value ?? null,
    callerPhone: file.callerPhone?.value ?? null,
    address: file.address?.value ?? null,
    hours: file.hours?.value ?? null,
    holidays: file.holidays?.value ?? null,
    timeZone: file.timeZone?.value ?? null,
    prices: file.prices?.value ?? null,
    licences: file.licences?.value ?? null,
    retentionDays: file.retentionDays?.value ?? null,
    retentionDaysMax: file.retentionDaysMax?.value ?? null,
  }
}

/** The facts nobody has confirmed yet, by name. */
export function missingFacts(clinic: Clinic): string[] {
  return Object.entries(clinic).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [name] : [],
  )
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
