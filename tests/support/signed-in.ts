import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '#lib/db/connection.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { indexKeyIn } from '#lib/seal/keys.ts'
import { staffKeyFrom, withMac } from '#lib/staff/mac.ts'
import { addPerson, type Role } from '#lib/staff/people.ts'
import { beginSession } from '#lib/staff/session.ts'

type Who = { name: string; role?: Role; isSteppedUp?: boolean }
/** Where the server keeps its keys, and what opens its database. */
type Place = { dataFolder: string; databasePath: string }
export type SignedIn = { staffId: string; name: string; token: string }

/** Somebody of the staff of a running server, with codes on paper and a session, without the ceremony of a passkey. */
export async function letIn(place: Place, { name, role = 'staff', isSteppedUp = false }: Who): Promise<SignedIn> {
  const db = openDatabase(place.databasePath)
  const staffKey = staffKeyFrom(indexKeyIn(join(place.dataFolder, 'keys')))
  const store = { db, staffKey }
  const now = Date.now()
  try {
    const added = await addPerson(store, { name, role }, { actor: 'command', now })
    if (added.kind !== 'added') throw new Error(added.kind)
    const { id: staffId } = added
    await retryWhenBusy(() =>
      db
        .insertInto('recovery_code')
        .values(
          withMac(staffKey, 'recovery_code', { hash: randomUUID(), staff_id: staffId, created_at: now, used_at: null }),
        )
        .execute(),
    )
    const token = await retryWhenBusy(() => beginSession(store, { staffId, device: 'A test', now }))
    if (!isSteppedUp)
      await retryWhenBusy(() =>
        db.updateTable('session').set({ stepped_up_at: null }).where('staff_id', '=', staffId).execute(),
      )
    return { staffId, name, token }
  } finally {
    await db.destroy()
  }
}
