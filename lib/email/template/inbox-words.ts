export const OPEN_IT = 'Open it in the inbox'

/** By when an inquiry is to be answered; `isConfirmed` is false while the clinic's hours are a stand-in. */
export type Due = { at: number; timeZone: string; isConfirmed: boolean }

/** In the subject, which shows on locked phones: only what somebody has confirmed. */
export function dueInSubject(due: Due | undefined): string {
  return due?.isConfirmed ? ` – due ${timeText(due)}` : ''
}

export function dueSentence(due: Due | undefined): string | undefined {
  return due && `Answer by ${timeText(due)}.${due.isConfirmed ? '' : ' (The clinic has not confirmed its hours.)'}`
}

function timeText({ at, timeZone }: Due): string {
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
