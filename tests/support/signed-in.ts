import { randomUUID } from 'node:crypto'
import { openDatabase } from '#lib/db/connection.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { addPerson, type Role } from '#lib/staff/people.ts'
import { beginSession } from '#lib/staff/session.ts'

type Who = { name: string; role?: Role; isSteppedUp?: boolean }
export type SignedIn = { staffId: string; name: string; token: string }

/** Somebody of the staff of a running server, with codes on paper and a session, without the ceremony of a passkey. */
export async function letIn(place: string, { name, role = 'staff', isSteppedUp = false }: Who): Promise<SignedIn> {
  const db = openDatabase(place)
  const now = Date.now()
  try {
    const added = await addPerson(db, { name, role }, { actor: 'command', now })
    if (added.kind !== 'added') throw new Error(added.kind)
    const { id: staffId } = added
    await retryWhenBusy(() =>
      db
        .insertInto('recovery_code')
        .values({ hash: randomUUID(), staff_id: staffId, created_at: now, used_at: null })
        .execute(),
    )
    const token = await retryWhenBusy(() => beginSession(db, { staffId, device: 'A test', now }))
    if (!isSteppedUp)
      await retryWhenBusy(() =>
        db.updateTable('session').set({ stepped_up_at: null }).where('staff_id', '=', staffId).execute(),
      )
    return { staffId, name, token }
  } finally {
    await db.destroy()
  }
}
