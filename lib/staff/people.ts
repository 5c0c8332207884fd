import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Actor } from '#lib/audit/record.ts'
import type { Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { isOurs, type Store, withMac } from './mac.ts'
import { properText } from './proper-text.ts'
import { recordStaffAct } from './record.ts'

export const NAME_LENGTH_MAX = 60

export type Role = 'staff' | 'manager'
export type Person = {
  id: string
  name: string
  role: Role
  createdAt: number
  disabledAt: number | null
  /** False when no process with our key wrote the row as it is: then it opens nothing. */
  isBelieved: boolean
  passkeys: number
  seenAt: number | null
}

export type Added = { kind: 'added'; id: string; name: string } | { kind: 'no-name' } | { kind: 'name-taken' }

/** Adds a member of staff, who can do nothing before they enrol a passkey. */
export async function addPerson(
  { db, staffKey }: Store,
  { name, role }: { name: string; role: Role },
  { actor, now }: { actor: Actor; now: number },
): Promise<Added> {
  const proper = properText(name, NAME_LENGTH_MAX)
  if (!proper) return { kind: 'no-name' }

  return inTransaction(db, async (transaction) => {
    if (await findPerson({ db: transaction, staffKey }, proper)) return { kind: 'name-taken' }
    const id = randomUUID()
    await transaction
      .insertInto('staff')
      .values(withMac(staffKey, 'staff', { id, name: proper, role, created_at: now, disabled_at: null }))
      .execute()
    await recordStaffAct(transaction, { actor, action: 'staff-added', subject: id, detail: role, now })
    return { kind: 'added', id, name: proper }
  })
}

/** Ends everything a person could do, at once: sessions, open links, recovery codes and passkeys. The name stays in the audit. */
export async function disablePerson(
  { db, staffKey }: Store,
  id: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<'disabled' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const person = await transaction
      .updateTable('staff')
      .set({ disabled_at: now })
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .returning(['id', 'name', 'role', 'disabled_at'])
      .executeTakeFirst()
    if (!person) return 'not-found'
    const { mac } = withMac(staffKey, 'staff', person)
    await transaction.updateTable('staff').set({ mac }).where('id', '=', id).execute()
    await endAccess(transaction, id)
    await recordStaffAct(transaction, { actor, action: 'staff-disabled', subject: id, now })
    return 'disabled'
  })
}

/** Takes away all that opens anything to a person: whoever holds one of these is out. */
export async function endAccess(transaction: Transaction<Schema>, id: string): Promise<void> {
  for (const table of ['session', 'enrolment', 'recovery_code', 'passkey'] as const)
    await transaction.deleteFrom(table).where('staff_id', '=', id).execute()
}

/** Everybody, those who still work here first. */
export async function listPeople({ db, staffKey }: Store): Promise<Person[]> {
  const people = await db.selectFrom('staff').selectAll().orderBy('name').execute()
  const passkeys = await db.selectFrom('passkey').selectAll().execute()
  const sessions = await db.selectFrom('session').select(['staff_id', 'seen_at']).execute()

  return people
    .map((person) => {
      const isBelieved = isOurs(staffKey, 'staff', person)
      const own = passkeys.filter(
        (passkey) => isBelieved && passkey.staff_id === person.id && isOurs(staffKey, 'passkey', passkey),
      )
      const seen = [
        ...own.map(({ used_at }) => used_at ?? 0),
        ...sessions.filter(({ staff_id }) => staff_id === person.id).map(({ seen_at }) => seen_at),
      ]
      return {
        id: person.id,
        name: person.name,
        role: person.role,
        createdAt: person.created_at,
        disabledAt: person.disabled_at,
        isBelieved,
        passkeys: own.length,
        seenAt: Math.max(0, ...seen) || null,
      }
    })
    .sort((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null))
}

/** The person who works here under this name, however it is spelt in capitals; one whose row is ours before others. */
export async function findPerson(
  { db, staffKey }: Store,
  name: string,
): Promise<{ id: string; name: string } | undefined> {
  const people = await db.selectFrom('staff').selectAll().where('disabled_at', 'is', null).execute()
  const wanted = properText(name, NAME_LENGTH_MAX).toLowerCase()
  const named = people.filter((person) => person.name.toLowerCase() === wanted)
  return named.find((person) => isOurs(staffKey, 'staff', person)) ?? named[0]
}
