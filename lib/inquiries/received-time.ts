/** The time a person can compare with their own clock: the clinic's zone once it is known, else UTC, always named. */
export function receivedTimeText(receivedAt: number, timeZone: string | null, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: timeZone ?? 'UTC',
  }).format(receivedAt)
}
