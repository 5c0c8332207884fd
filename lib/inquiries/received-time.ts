/** The time a person can compare with their own clock: the clinic's zone once it is known, else UTC, always named. */
export function receivedTimeText(receivedAt: number, timeZone: string | null, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: timeZone ?? 'UTC',
  }).format(receivedAt)
}
