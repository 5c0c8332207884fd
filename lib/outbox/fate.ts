import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { DeliveryFate, Schema } from '#lib/db/schema.ts'

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

const TROUBLE_FATES = (Object.keys(places) as DeliveryFate[]).filter((fate) => places[fate] > places.delivered)

/**
 * For a query over `delivery`: its mail was given up, or taken by the provider and not delivered, and nobody has had it
 * sent again. A person has to do something.
 */
export function needsPerson(): Expression<SqlBool> {
  const { and, or, eb } = expressionBuilder<Schema, 'delivery'>()
  return and([
    or([eb('delivery.state', '=', 'attention'), eb('delivery.fate', 'in', TROUBLE_FATES)]),
    eb('delivery.replaced_at', 'is', null),
  ])
}
