import type { Locale } from '#lib/locale.ts'

/** Dates in front matter are days without a time zone, so they are read and written in one. */
export function Day({ locale, on }: { locale: Locale; on: string }) {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on))
  return <time dateTime={on}>{words}</time>
}
