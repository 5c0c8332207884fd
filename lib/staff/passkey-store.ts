import type { Db } from '#lib/db/schema.ts'
import { colleagueColumns, isColleague, isOurs, type Store, withMac } from './mac.ts'
import type { NewPasskey } from './passkey-check.ts'
import { properText } from './proper-text.ts'

export const PASSKEYS_MAX = 10
export const LABEL_LENGTH_MAX = 40

export type StoredPasskey = { id: string; staffId: string; publicKey: Buffer; counter: number; label: string }
type ListedPasskey = { id: string; label: string; createdAt: number; usedAt: number | null }

/** The passkey a browser named, if its holder still works here; `forgedFor` whom when a row says so that is not ours. */
export async function findPasskey(
  { db, staffKey }: Store,
  id: string,
): Promise<StoredPasskey | { forgedFor: string } | undefined> {
  const found = await db
    .selectFrom('passkey')
    .innerJoin('staff', 'staff.id', 'passkey.staff_id')
    .selectAll('passkey')
    .select(colleagueColumns)
    .where('passkey.id', '=', id)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  if (!isOurs(staffKey, 'passkey', found) || !isColleague(staffKey, found)) return { forgedFor: found.staff_id }
  const { id: known, staff_id: staffId, public_key: publicKey, counter, label } = found
  return { id: known, staffId, publicKey, counter, label }
}

/** Only those that work: a device whose passkey is not believed any more may make another. */
export async function listPasskeys({ db, staffKey }: Store, staffId: string): Promise<ListedPasskey[]> {
  const passkeys = await db
    .selectFrom('passkey')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .execute()
  const ours = passkeys.filter((passkey) => isOurs(staffKey, 'passkey', passkey))
  return ours.map(({ id, label, created_at, used_at }) => ({ id, label, createdAt: created_at, usedAt: used_at }))
}

/** Keeps a passkey. False when it is known already, whosever it is. */
export async function keepPasskey(
  { db, staffKey }: Store,
  { passkey, staffId, label }: { passkey: NewPasskey; staffId: string; label: string },
  now: number,
): Promise<boolean> {
  const kept = await db
    .insertInto('passkey')
    .values(
      withMac(staffKey, 'passkey', {
        id: passkey.id,
        staff_id: staffId,
        public_key: passkey.publicKey,
        counter: passkey.counter,
        transports: passkey.transports,
        label: properLabel(label),
        created_at: now,
        used_at: null,
      }),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return kept.length === 1
}

/**
 * Moves a passkey's counter on. False when the counter did not grow, as when somebody made a copy of the key.
 * Passkeys that are kept in an account do not count and always say 0.
 */
export async function countUse(db: Db, id: string, counter: number, now: number): Promise<boolean> {
  const counted = await db
    .updateTable('passkey')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .returning('id')
    .execute()
  return counted.length === 1
}

/** What a passkey, and the session begun with it, is called in the lists. */
export function properLabel(label: string): string {
  return properText(label, LABEL_LENGTH_MAX) || 'Passkey'
}
