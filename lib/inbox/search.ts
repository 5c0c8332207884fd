import { recordAudit } from '#lib/audit/record.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { env } from '#lib/env.ts'
import { findByReach } from '#lib/inquiries/blind-index.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import type { Desk } from './desk.ts'
import { listNamed } from './list.ts'

const FOUND_MAX = 15

/**
 * References of what was searched for: a reference, or a whole phone number or e-mail address, the newest first.
 *
 * That somebody searched is kept, and never for what: to look whether a neighbour wrote here is to open a file.
 */
export async function search(desk: Desk, typed: string, indexKey = env().indexKey): Promise<string[]> {
  const reference = readReference(typed)
  const found = reference ? await listNamed(desk, [reference]) : await findByReach(desk.db, indexKey, typed)
  const references = found.slice(0, FOUND_MAX).map((one) => one.reference)
  await recordSearch(desk, references.length)
  return references
}

function recordSearch({ db, session, now }: Desk, count: number): Promise<void> {
  const act = {
    actor: `staff:${session.staffId}`,
    action: 'searched',
    subject: 'inquiries',
    detail: `${count} found`,
    now,
  } as const
  return inTransaction(db, (transaction) => recordAudit(transaction, act))
}
