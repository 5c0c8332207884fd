import { deleteInquiry } from '#lib/inquiries/delete.ts'
import type { Desk } from './desk.ts'
import { findDenial } from './permission.ts'

/** Deletes an inquiry for good, for somebody who has just proved who they are. The schedule wipes the files after it. */
export async function deleteForDesk(
  { session, db, now }: Desk,
  reference: string,
): Promise<'deleted' | 'not-found' | 'step-up-needed'> {
  if (findDenial(session, 'purge')) return 'step-up-needed'
  if (!(await deleteInquiry(db, reference, { actor: `staff:${session.staffId}`, now }))) return 'not-found'
  return 'deleted'
}
