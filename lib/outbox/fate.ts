import type { DeliveryFate } from '#lib/db/schema.ts'

/**
 * What became of a mail, from what says least to what says most. A later place always wins, whatever came first, so
 * the fate is the same in whichever order and however often the news arrives.
 *
 * A mail that bounced was not delivered, whatever was said before; one marked as spam had been.
 */
const places: Record<DeliveryFate, number> = {
  delayed: 1,
  delivered: 2,
  failed: 3,
  suppressed: 4,
  bounced: 5,
  complained: 6,
}

/** The fates that this news would replace. */
export function fatesBelow(fate: DeliveryFate): DeliveryFate[] {
  return (Object.keys(places) as DeliveryFate[]).filter((other) => places[other] < places[fate])
}

/** A person has to do something: the mail is not where it belongs, or the next one will not be. */
export const TROUBLE_FATES: DeliveryFate[] = (Object.keys(places) as DeliveryFate[]).filter(
  (fate) => places[fate] > places.delivered,
)
