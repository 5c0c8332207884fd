import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '#lib/db/connection.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { indexKeyIn } from '#lib/seal/keys.ts'
import { type Store, staffKeyFrom, withMac } from '#lib/staff/mac.ts'
import { addPerson, type Role } from '#lib/staff/people.ts'
import { beginSession } from '#lib/staff/session.ts'

type Who = { name: string; role?: Role; isSteppedUp?: boolean; hasCodes?: boolean }
/** Where the server keeps its keys, and what opens its database. */
type Place = { dataFolder: string; databasePath: string }
type SignedIn = { staffId: string; name: string; token: string }

/** Somebody of the staff of a running server, with codes on paper and a session, without the ceremony of a passkey. */
export async function letIn(place: Place, who: Who): Promise<SignedIn> {
  const db = openDatabase(place.databasePath)
  try {
    return await letInto({ db, staffKey: staffKeyFrom(indexKeyIn(join(place.dataFolder, 'keys'))) }, who)
  } finally {
    await db.destroy()
  }
}

/** The same in a database that is open here; without codes, somebody for whom the inbox stays closed. */
export async function letInto(
  { db, staffKey }: Store,
  { name, role = 'staff', isSteppedUp = false, hasCodes = true }: Who,
): Promise<SignedIn> {
  const store = { db, staffKey }
  const now = Date.now()
  const added = await addPerson(store, { name, role }, { actor: 'command', now })
  if (added.kind !== 'added') throw new Error(added.kind)
  const { id: staffId } = added
  const code = withMac(staffKey, 'recovery_code', {
    hash: randomUUID(),
    staff_id: staffId,
    created_at: now,
    used_at: null,
  })
  if (hasCodes) await retryWhenBusy(() => db.insertInto('recovery_code').values(code).execute())
  const token = await retryWhenBusy(() => beginSession(store, { staffId, device: 'A test', now }))
  if (!isSteppedUp)
    await retryWhenBusy(() =>
      db.updateTable('session').set({ stepped_up_at: null }).where('staff_id', '=', staffId).execute(),
    )
  return { staffId, name, token }
}
