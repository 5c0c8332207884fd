import type { Kysely } from 'kysely'

/** A mail that was sent again needs nobody any more, however it ended itself. */
export async function markReplacedDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('replaced_at', 'bigint').execute()
}
