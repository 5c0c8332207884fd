import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { recordAudit } from '#lib/audit/record.ts'
import type { Schema } from '#lib/db/schema.ts'
import { noteContext } from '#lib/inquiries/seal-context.ts'
import { keyIdsText } from '#lib/seal/key-ids.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import type { Desk } from './desk.ts'

/** A line of an inquiry's history. A note is sealed; a detail is not, and holds nothing a person wrote. */
export type InquiryEvent = { kind: string; detail?: string; note?: string }

/** Writes down in the history and in the audit what somebody did, in the transaction that does it. */
export async function recordEvent(
  { session, keys, now }: Desk,
  transaction: Transaction<Schema>,
  inquiry: { id: string; reference: string },
  { kind, detail = '', note }: InquiryEvent,
): Promise<void> {
  const id = randomUUID()
  await transaction
    .insertInto('inquiry_event')
    .values({
      id,
      inquiry_id: inquiry.id,
      at: now,
      staff_id: session.staffId,
      kind,
      detail,
      sealed_note: note === undefined ? null : sealFor(keys.publicKeys, note, noteContext(id)),
      key_id: note === undefined ? null : keyIdsText(keys.publicKeys),
    })
    .execute()
  await recordAudit(transaction, {
    actor: `staff:${session.staffId}`,
    action: `inquiry-${kind}`,
    subject: `inquiry/${inquiry.reference}`,
    now,
  })
}
