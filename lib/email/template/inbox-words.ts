import { whenText } from '#lib/hours/when-text.ts'

export const OPEN_IT = 'Open it in the inbox'

/** By when an inquiry is to be answered; `isConfirmed` is false while the clinic's hours are a stand-in. */
export type Due = { at: number; timeZone: string; isConfirmed: boolean }

/** In the subject, which shows on locked phones: only what somebody has confirmed. */
export function dueInSubject(due: Due | undefined): string {
  return due?.isConfirmed ? ` – due ${whenText(due.at, due.timeZone)}` : ''
}

export function dueSentence(due: Due | undefined): string | undefined {
  return (
    due &&
    `Answer by ${whenText(due.at, due.timeZone)}.${due.isConfirmed ? '' : ' (The clinic has not confirmed its hours.)'}`
  )
}
