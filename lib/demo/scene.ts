import type { Signal } from '#lib/abuse/signal.ts'
import type { DeliveryFate } from '#lib/db/schema.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'

export type Worker = 'desk' | 'doctor' | 'manager'

/** What somebody of the staff did, so many working hours after the inquiry came in: the button, and what was chosen. */
export type Deed = {
  after: number
  by: Worker
  act: 'open' | 'attempt' | 'note' | 'take' | 'snooze' | 'close' | 'release'
  choice?: string
}

/** One invented inquiry and what became of it. */
export type Scene = {
  /** Working hours ago that it came in. */
  ago: number
  inquiry: Inquiry
  signals?: Signal[]
  /** What its e-mail to the clinic ran into. */
  trouble?: { failure: string } | { fate: DeliveryFate }
  deeds?: Deed[]
}

export const deed = (after: number, by: Worker, act: Deed['act'], choice?: string): Deed => ({
  after,
  by,
  act,
  ...(choice !== undefined && { choice }),
})
