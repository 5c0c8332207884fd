import { oncePerProcess } from '#lib/process/once.ts'

const WAKE = 'wake'
// The pages run in a copy of this module that Next bundled, the delivery loop in another.
const bell = () => oncePerProcess('outbox.bell', () => new EventTarget())

/** Tells the delivery loop of this process that there is something to deliver. */
export function wakeDelivery(): void {
  bell().dispatchEvent(new Event(WAKE))
}

export function onWake(listen: () => void): { stop: () => void } {
  bell().addEventListener(WAKE, listen)
  return { stop: () => bell().removeEventListener(WAKE, listen) }
}
