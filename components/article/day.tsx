import { type Locale, locales } from '#lib/locale.ts'

/** Dates in front matter are days without a time zone, so they are read and written in one. */
const format = Object.fromEntries(
  locales.map((locale) => [locale, new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })]),
) as Record<Locale, Intl.DateTimeFormat>

export function Day({ locale, on }: { locale: Locale; on: string }) {
  return <time dateTime={on}>{format[locale].format(new Date(on))}</time>
}
