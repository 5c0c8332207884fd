import type { InquiryStatus } from '#lib/db/schema.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'

export const NOTE_LENGTH_MAX = 2000

export const attempts = ['reached', 'no-answer', 'left-voicemail', 'wrote'] as const
export type Attempt = (typeof attempts)[number]

export const closings = ['talked', 'booked', 'not-a-fit', 'no-reply', 'spam'] as const satisfies InquiryStatus[]
export type Closing = (typeof closings)[number]

/** Which attempts may be made at all: in the way the person chose, and a voicemail only where it was allowed. */
export function attemptsFor({ channel, phone }: Inquiry): Attempt[] {
  if (channel === 'email') return ['wrote']
  return phone?.voicemail === 'yes' ? ['reached', 'no-answer', 'left-voicemail'] : ['reached', 'no-answer']
}
