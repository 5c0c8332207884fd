/** A moment in the clinic's own time: Tue, Nov 24, 2:00 PM EST. */
export function whenText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at)
}
