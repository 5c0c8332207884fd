import { inTransaction } from '#lib/db/transaction.ts'
import { type Enrolment, makeEnrolment } from './enrolment.ts'
import { isOurs } from './mac.ts'
import { type Added, addPerson, disablePerson, type Role } from './people.ts'
import type { Setting } from './relying-party.ts'
import type { ManagerSession } from './session.ts'

type Refused = 'not-fresh'

/** Adds somebody and makes their link. Only a manager who has just shown a passkey can. */
export async function addByManager(
  { db, staffKey }: Setting,
  session: ManagerSession,
  typed: { name: string; role: Role },
  now: number,
): Promise<Enrolment | Refused | Exclude<Added['kind'], 'added'>> {
  if (!session.isSteppedUp) return 'not-fresh'
  const by = { actor: `staff:${session.staffId}`, now } as const
  const added = await addPerson({ db, staffKey }, typed, by)
  if (added.kind !== 'added') return added.kind
  return inTransaction(db, (transaction) => makeEnrolment({ db: transaction, staffKey }, added.id, by))
}

/** Makes a link for somebody who lost their passkeys, or never used the first one. */
export async function linkByManager(
  { db, staffKey }: Setting,
  session: ManagerSession,
  id: string,
  now: number,
): Promise<Enrolment | Refused | 'not-found'> {
  if (!session.isSteppedUp) return 'not-fresh'
  return inTransaction(db, async (transaction) => {
    const person = await transaction
      .selectFrom('staff')
      .selectAll()
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!person || !isOurs(staffKey, 'staff', person)) return 'not-found'
    return makeEnrolment({ db: transaction, staffKey }, id, { actor: `staff:${session.staffId}`, now })
  })
}

/** Takes somebody's access away, but never one's own: a clinic must not lock itself out. */
export async function disableByManager(
  { db, staffKey }: Setting,
  session: ManagerSession,
  id: string,
  now: number,
): Promise<'disabled' | 'not-found' | 'own-access' | Refused> {
  if (!session.isSteppedUp) return 'not-fresh'
  if (id === session.staffId) return 'own-access'
  return disablePerson({ db, staffKey }, id, { actor: `staff:${session.staffId}`, now })
}
