import { inTransaction } from '#lib/db/transaction.ts'
import { ENROLMENT_LIFETIME_MS, enrolmentLink, makeEnrolment } from './enrolment.ts'
import { colleagueColumns, isColleague, isOurs, type Store, withMac } from './mac.ts'
import { recordStaffAct } from './record.ts'
import { startOver } from './start-over.ts'

const FIRST_ID = 'first-manager'
const FIRST_NAME = 'Manager'

export type FirstLink = { url: string; name: string; lifetimeMs: number }

/**
 * A link for the first manager, as long as nobody can sign in; nothing once somebody can. Each call makes a new link
 * and ends the one before, so the words of the latest start hold. Rows that were not written with our key count for
 * nothing: under a new key there is a link again.
 */
export async function firstManagerLink(
  store: Store,
  { staffOrigin, now }: { staffOrigin: string; now: number },
): Promise<FirstLink | undefined> {
  if (await canAnybodySignIn(store)) return undefined

  const by = { actor: 'command', now } as const
  const manager = (await findManager(store)) ?? (await addManager(store, by))
  if (!manager) return undefined
  const { token } = await inTransaction(store.db, (transaction) =>
    makeEnrolment({ ...store, db: transaction }, manager.id, by),
  )
  return { url: enrolmentLink(staffOrigin, token), name: manager.name, lifetimeMs: ENROLMENT_LIFETIME_MS }
}

async function canAnybodySignIn({ db, staffKey }: Store): Promise<boolean> {
  const passkeys = await db
    .selectFrom('passkey')
    .innerJoin('staff', 'staff.id', 'passkey.staff_id')
    .selectAll('passkey')
    .select(colleagueColumns)
    .where('staff.disabled_at', 'is', null)
    .execute()
  return passkeys.some((passkey) => isOurs(staffKey, 'passkey', passkey) && isColleague(staffKey, passkey))
}

async function findManager({ db, staffKey }: Store): Promise<{ id: string; name: string } | undefined> {
  const managers = await db
    .selectFrom('staff')
    .selectAll()
    .where('role', '=', 'manager')
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return managers.find((manager) => isOurs(staffKey, 'staff', manager))
}

// Two servers that start at once add the same row, so there is one manager whoever comes first.
async function addManager(store: Store, { actor, now }: { actor: 'command'; now: number }) {
  const { db, staffKey } = store
  await inTransaction(db, async (transaction) => {
    const added = await transaction
      .insertInto('staff')
      .values(
        withMac(staffKey, 'staff', {
          id: FIRST_ID,
          name: FIRST_NAME,
          role: 'manager',
          created_at: now,
          disabled_at: null,
        }),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute()
    if (added.length > 0)
      await recordStaffAct(transaction, { actor, action: 'staff-added', subject: FIRST_ID, detail: 'manager', now })
  })
  await startOver(store, { id: FIRST_ID, role: 'manager' }, { actor, now })
  return findManager(store)
}
