import type { Desk } from '#lib/inbox/desk.ts'
import { firstManagerLink } from '#lib/staff/first-manager.ts'
import type { Store } from '#lib/staff/mac.ts'
import { addPerson } from '#lib/staff/people.ts'
import type { StaffSession } from '#lib/staff/session.ts'
import type { Worker } from './scene.ts'

type SitDown = (worker: Worker, now: number) => Desk

/** Two invented colleagues who never sign in, and the manager who is about to: some of the work is already theirs. */
export async function hireDemoStaff(given: Omit<Desk, 'session'>, staffKey: Buffer): Promise<SitDown> {
  const { db, keys, now } = given
  // The link is thrown away: the server makes another when it starts.
  await firstManagerLink({ db, staffKey }, { staffOrigin: 'http://localhost', now })
  const manager = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', '=', 'manager')
    .executeTakeFirstOrThrow()
  const people = {
    manager,
    desk: await hire({ db, staffKey }, 'DEMO Robin, front desk', now),
    doctor: await hire({ db, staffKey }, 'DEMO Dr. Invented', now),
  }

  return (worker, at) => {
    const { id, name } = people[worker]
    const role = worker === 'manager' ? 'manager' : 'staff'
    const session = { id: 'demo', staffId: id, name, role, createdAt: at, isSteppedUp: false } as StaffSession
    return { session, db, keys, now: at }
  }
}

async function hire(store: Store, name: string, now: number) {
  const added = await addPerson(store, { name, role: 'staff' }, { actor: 'command', now })
  if (added.kind !== 'added') throw new Error(`${name}: ${added.kind}`)
  return added
}
