import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/audit/record.ts'
import type { Db } from '#lib/db/schema.ts'
import { recordStaffAct } from './record.ts'
import { inTransaction } from './transaction.ts'

export const NAME_LENGTH_MAX = 60

export type Role = 'staff' | 'manager'
export type Person = {
  id: string
  name: string
  role: Role
  createdAt: number
  disabledAt: number | null
  passkeys: number
  seenAt: number | null
}

export type Added = { kind: 'added'; id: string; name: string } | { kind: 'no-name' } | { kind: 'name-taken' }

/** Adds a member of staff, who can do nothing before they enrol a passkey. */
export async function addPerson(
  db: Db,
  { name, role }: { name: string; role: Role },
  { actor, now }: { actor: Actor; now: number },
): Promise<Added> {
  const proper = properName(name)
  if (!proper) return { kind: 'no-name' }

  return inTransaction(db, async (transaction) => {
    if (await findPerson(transaction, proper)) return { kind: 'name-taken' }
    const id = randomUUID()
    await transaction
      .insertInto('staff')
      .values({ id, name: proper, role, created_at: now, disabled_at: null })
      .execute()
    await recordStaffAct(transaction, { actor, action: 'staff-added', subject: id, detail: role, now })
    return { kind: 'added', id, name: proper }
  })
}

/** Ends everything a person could do, at once: sessions, open links, recovery codes and passkeys. The name stays in the audit. */
export async function disablePerson(
  db: Db,
  id: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<'disabled' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const disabled = await transaction
      .updateTable('staff')
      .set({ disabled_at: now })
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .returning('id')
      .execute()
    if (disabled.length === 0) return 'not-found'
    for (const table of ['session', 'enrolment', 'recovery_code', 'passkey'] as const) {
      await transaction.deleteFrom(table).where('staff_id', '=', id).execute()
    }
    await recordStaffAct(transaction, { actor, action: 'staff-disabled', subject: id, now })
    return 'disabled'
  })
}

/** Everybody, those who still work here first. */
export async function listPeople(db: Db): Promise<Person[]> {
  const people = await db.selectFrom('staff').selectAll().orderBy('name').execute()
  const passkeys = await db.selectFrom('passkey').select(['staff_id', 'used_at']).execute()
  const sessions = await db.selectFrom('session').select(['staff_id', 'seen_at']).execute()

  return people
    .map((person) => {
      const own = passkeys.filter(({ staff_id }) => staff_id === person.id)
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
        passkeys: own.length,
        seenAt: Math.max(0, ...seen) || null,
      }
    })
    .sort((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null))
}

/** The person who works here under this name, however it is spelt in capitals. */
export async function findPerson(db: Db, name: string): Promise<{ id: string; name: string } | undefined> {
  const people = await db.selectFrom('staff').select(['id', 'name']).where('disabled_at', 'is', null).execute()
  const wanted = properName(name).toLowerCase()
  return people.find((person) => person.name.toLowerCase() === wanted)
}

function properName(name: string): string {
  return [...name.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, NAME_LENGTH_MAX).join('')
}
