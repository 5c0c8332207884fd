import type { Actor } from '#lib/audit/record.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { isOurs, type Store, withMac } from './mac.ts'
import { endAccess, type Role } from './people.ts'
import { recordStaffAct } from './record.ts'

/**
 * Believes a person again whose row is not ours: somebody else wrote it, or the index key is another one now. What they
 * had to sign in with goes, and their role is what the caller says, never what the row says. False when there is
 * nothing to put right.
 */
export async function startOver(
  { db, staffKey }: Store,
  { id, role }: { id: string; role: Role },
  { actor, now }: { actor: Actor; now: number },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const person = await transaction.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
    if (!person || isOurs(staffKey, 'staff', person)) return false
    await endAccess(transaction, id)
    const changed = withMac(staffKey, 'staff', { id, name: person.name, role, disabled_at: null })
    await transaction.updateTable('staff').set(changed).where('id', '=', id).execute()
    await recordStaffAct(transaction, { actor, action: 'staff-started-over', subject: id, detail: role, now })
    return true
  })
}
