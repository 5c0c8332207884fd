import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { recordAudit } from '#lib/audit/record.ts'
import type { Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { noteContext } from '#lib/inquiries/seal-context.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { SealError } from '#lib/seal/failure.ts'
import { keyIdsText } from '#lib/seal/key-ids.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import type { Change, Current, Decide, Refusal } from './decision.ts'
import type { Desk } from './desk.ts'
import { type StoredRow, storedColumns } from './row.ts'

export type Changed =
  | { kind: 'changed' }
  | { kind: 'not-found' }
  /** Somebody else was faster: nothing was overwritten, and `by` is who it was, when it was a person. */
  | { kind: 'changed-meanwhile'; by: string | null }
  | { kind: 'refused'; because: Refusal }

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

    const decided = decide(currentOf(desk, row))
    if (typeof decided === 'string') return { kind: 'refused', because: decided }
    return apply(desk, transaction, row, decided)
  })
}

async function apply(desk: Desk, transaction: Transaction<Schema>, row: StoredRow, change: Change): Promise<Changed> {
  const { session, now } = desk
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
  await writeEvent(desk, transaction, row.id, change.event)
  await recordAudit(transaction, {
    actor: `staff:${session.staffId}`,
    action: `inquiry-${change.event.kind}`,
    subject: `inquiry/${row.reference}`,
    now,
  })
  return { kind: 'changed' }
}

async function writeEvent(
  { session, keys, now }: Desk,
  transaction: Transaction<Schema>,
  inquiryId: string,
  { kind, detail = '', note }: Change['event'],
): Promise<void> {
  const id = randomUUID()
  await transaction
    .insertInto('inquiry_event')
    .values({
      id,
      inquiry_id: inquiryId,
      at: now,
      staff_id: session.staffId,
      kind,
      detail,
      sealed_note: note === undefined ? null : sealFor(keys.publicKeys, note, noteContext(id)),
      key_id: note === undefined ? null : keyIdsText(keys.publicKeys),
    })
    .execute()
}

function currentOf({ keys }: Desk, row: StoredRow): Current {
  try {
    return { row, inquiry: openInquiry(keys.privateKeys, row) }
  } catch (error) {
    if (error instanceof SealError) return { row, inquiry: null }
    throw error
  }
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
