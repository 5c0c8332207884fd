import type { Transaction } from 'kysely'
import { type Actor, recordAudit } from '#lib/audit/record.ts'
import type { Schema } from '#lib/db/schema.ts'

type StaffAct =
  | 'staff-added'
  | 'staff-disabled'
  | 'staff-started-over'
  | 'enrolment-link-made'
  | 'passkey-enrolled'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-made'
  | 'code-used'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'session-ended'
  | 'stepped-up'

type Entry = { actor: Actor; action: StaffAct; subject: string; detail?: string; now: number }

/** Writes down who did what to whom, inside the caller's transaction. */
export const recordStaffAct = (transaction: Transaction<Schema>, entry: Entry): Promise<void> =>
  recordAudit(transaction, { ...entry, subject: `staff/${entry.subject}` })
