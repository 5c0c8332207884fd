import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import type { SealContext } from '#lib/seal/sealed-box.ts'
import { deliveryContext, inquiryContext, noteContext } from './seal-context.ts'

export type SealedTable = 'inquiry' | 'delivery' | 'inquiry_event'
export const sealedTables = ['inquiry', 'delivery', 'inquiry_event'] as const satisfies SealedTable[]

/** One sealed box in the database. `isOwed`: a delivery loop may open it at any moment. */
export type SealedRecord = { table: SealedTable; id: string; box: Buffer; context: SealContext; isOwed: boolean }

const BATCH = 100

/** Every sealed box of a table, in batches, by id; what changes meanwhile is seen as it then is, or was. */
export async function* sealedRecordsIn(
  db: Kysely<Schema>,
  table: SealedTable,
  onlyId?: string,
): AsyncGenerator<SealedRecord[]> {
  for (let after = ''; ; ) {
    const batch = await readers[table](db, { after, onlyId })
    if (batch.length > 0) yield batch
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return
    after = last.id
    await nextTurn()
  }
}

type Which = { after: string; onlyId: string | undefined }
const readers: Record<SealedTable, (db: Kysely<Schema>, which: Which) => Promise<SealedRecord[]>> = {
  async inquiry(db, { after, onlyId }) {
    const rows = await db
      .selectFrom('inquiry')
      .select(['id', 'sealed'])
      .where('id', '>', after)
      .$if(onlyId !== undefined, (query) => query.where('id', '=', onlyId ?? ''))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    return rows.map(({ id, sealed }) => ({
      table: 'inquiry',
      id,
      box: sealed,
      context: inquiryContext(id),
      isOwed: false,
    }))
  },
  async delivery(db, { after, onlyId }) {
    const rows = await db
      .selectFrom('delivery')
      .select(['id', 'sealed_payload', 'state'])
      .where('id', '>', after)
      .$if(onlyId !== undefined, (query) => query.where('id', '=', onlyId ?? ''))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    return rows.map(({ id, sealed_payload, state }) => ({
      table: 'delivery',
      id,
      box: sealed_payload,
      context: deliveryContext(id),
      isOwed: state !== 'sent',
    }))
  },
  async inquiry_event(db, { after, onlyId }) {
    const rows = await db
      .selectFrom('inquiry_event')
      .select(['id', 'sealed_note'])
      .where('id', '>', after)
      .$if(onlyId !== undefined, (query) => query.where('id', '=', onlyId ?? ''))
      .where('sealed_note', 'is not', null)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    return rows.flatMap(({ id, sealed_note: box }) =>
      box ? [{ table: 'inquiry_event', id, box, context: noteContext(id), isOwed: false }] : [],
    )
  },
}

/** Puts another box in the place of this one; false when somebody changed the row since it was read. */
export async function replaceBox(
  db: Kysely<Schema>,
  { table, id, box }: SealedRecord,
  next: Buffer,
  keyIds: string,
): Promise<boolean> {
  const updates = {
    inquiry: () => db.updateTable('inquiry').set({ sealed: next, key_id: keyIds }).where('sealed', '=', box),
    delivery: () => db.updateTable('delivery').set({ sealed_payload: next }).where('sealed_payload', '=', box),
    inquiry_event: () =>
      db.updateTable('inquiry_event').set({ sealed_note: next, key_id: keyIds }).where('sealed_note', '=', box),
  }
  const update = updates[table]() as ReturnType<typeof updates.inquiry>
  const { numUpdatedRows } = await update.where('id', '=', id).executeTakeFirst()
  return numUpdatedRows > 0n
}
