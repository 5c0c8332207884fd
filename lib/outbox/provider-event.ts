import type { Transaction } from 'kysely'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db, DeliveryFate, Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { DAY_MS } from '#lib/duration.ts'
import { fatesBelow } from './fate.ts'

const KEPT_MS = 30 * DAY_MS
/** The sender of the news waits for an answer; when the database is locked it had better come again. */
const BUSY_MS_MAX = 100

/** News of a mail the provider had taken, without its content and without any address. */
export type ProviderEvent = {
  id: string
  type: string
  createdAt: number
  deliveryId?: string
  providerId?: string
  /** The mail was taken, whatever we heard when we handed it over. */
  provesTaken: boolean
  fate?: DeliveryFate
}

/** Writes news down once per id and applies it; news that came before changes nothing. */
export async function recordProviderEvent(db: Db, event: ProviderEvent, now: number): Promise<void> {
  await inTransaction(
    db,
    async (transaction) => {
      const told = await findTold(transaction, event)
      const written = await transaction
        .insertInto('webhook_event')
        .values({
          id: event.id,
          type: event.type,
          created_at: event.createdAt,
          received_at: now,
          delivery_id: told?.id ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (!written.numInsertedOrUpdatedRows || !told) return

      if (event.provesTaken) await settleAsTaken(transaction, told.id, event)
      if (event.fate) await applyFate(transaction, told.id, event.fate, event.createdAt)
    },
    { limitMs: BUSY_MS_MAX, isRepeatable: true },
  )
}

/** News older than a month can come no more, so its id need not be known. */
export async function forgetOldEvents(db: Db, now: number): Promise<void> {
  await retryWhenBusy(() =>
    db
      .deleteFrom('webhook_event')
      .where('received_at', '<', now - KEPT_MS)
      .execute(),
  )
}

async function findTold(transaction: Transaction<Schema>, { deliveryId, providerId }: ProviderEvent) {
  const delivery = transaction.selectFrom('delivery').select('id')
  const tagged = deliveryId && (await delivery.where('id', '=', deliveryId).executeTakeFirst())
  if (tagged) return tagged
  return providerId ? delivery.where('provider_id', '=', providerId).executeTakeFirst() : undefined
}

/** A clear answer at last. Never the other way: what is sent stays sent, and the first time that is known counts. */
async function settleAsTaken(transaction: Transaction<Schema>, id: string, { createdAt, providerId }: ProviderEvent) {
  await transaction
    .updateTable('delivery')
    .set({ state: 'sent', owner: null, lease_until: null, last_failure: null })
    .set(({ fn, val }) => ({ provider_id: fn.coalesce('provider_id', val(providerId ?? null)) }))
    .where('id', '=', id)
    .where('state', 'in', ['pending', 'sending', 'attention'])
    .execute()
  await transaction
    .updateTable('delivery')
    .set({ settled_at: createdAt })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where(({ eb, or }) => or([eb('settled_at', 'is', null), eb('settled_at', '>', createdAt)]))
    .execute()
}

async function applyFate(transaction: Transaction<Schema>, id: string, fate: DeliveryFate, at: number) {
  await transaction
    .updateTable('delivery')
    .set({ fate, fate_at: at })
    .where('id', '=', id)
    .where(({ eb, or, and }) =>
      or([
        eb('fate', 'is', null),
        eb('fate', 'in', [...fatesBelow(fate), fate]).and(or([eb('fate', '!=', fate), and([eb('fate_at', '>', at)])])),
      ]),
    )
    .execute()
}
