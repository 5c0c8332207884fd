import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { openIfPossible } from '#lib/inquiries/store.ts'
import type { Change, Decide, Refusal } from './decision.ts'
import type { Desk } from './desk.ts'
import { recordEvent } from './event.ts'
import { type StoredRow, storedColumns } from './row.ts'

export type Changed =
  | { kind: 'changed' }
  | { kind: 'not-found' }
  /** Somebody else was faster: nothing was overwritten, and `by` is who it was, when it was a person. */
  | { kind: 'changed-meanwhile'; by: string | null }
  | { kind: 'refused'; reason: Refusal }

/**
 * Does what a button says to one inquiry, if it is still as the person saw it: the history, the audit and the change
 * are kept together or not at all. Without a version it is done in any case, as a note is: it overwrites nothing.
 */
export async function changeInquiry(
  desk: Desk,
  { reference, version }: { reference: string; version?: number },
  decide: Decide,
): Promise<Changed> {
  return inTransaction(desk.db, async (transaction): Promise<Changed> => {
    const row = await transaction
      .selectFrom('inquiry')
      .select(storedColumns)
      .where('reference', '=', reference)
      .executeTakeFirst()
    if (!row) return { kind: 'not-found' }
    if (version !== undefined && row.version !== version)
      return { kind: 'changed-meanwhile', by: await lastChangedBy(transaction, row.id) }

    const decided = decide({ row, inquiry: openIfPossible(desk.keys.privateKeys, row) })
    if (typeof decided === 'string') return { kind: 'refused', reason: decided }
    return apply(desk, transaction, row, decided)
  })
}

async function apply(desk: Desk, transaction: Transaction<Schema>, row: StoredRow, change: Change): Promise<Changed> {
  if (Object.keys(change.set).length > 0) {
    const updated = await transaction
      .updateTable('inquiry')
      .set({ ...change.set, version: row.version + 1 })
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .executeTakeFirst()
    // On PostgreSQL two may read the same version; the second waits for the first and then finds it gone.
    if (updated.numUpdatedRows === 0n)
      return { kind: 'changed-meanwhile', by: await lastChangedBy(transaction, row.id) }
  }

  await change.also?.(transaction)
  await recordEvent(desk, transaction, row, change.event)
  return { kind: 'changed' }
}

async function lastChangedBy(transaction: Transaction<Schema>, inquiryId: string): Promise<string | null> {
  const last = await transaction
    .selectFrom('inquiry_event')
    .leftJoin('staff', 'staff.id', 'inquiry_event.staff_id')
    .select('staff.name')
    .where('inquiry_event.inquiry_id', '=', inquiryId)
    .orderBy('inquiry_event.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.name ?? null
}
