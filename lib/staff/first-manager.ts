import type { Db } from '#lib/db/schema.ts'
import { enrolmentLink, makeEnrolment } from './enrolment.ts'
import { addPerson } from './people.ts'
import { inTransaction } from './transaction.ts'

const FIRST_NAME = 'Manager'

/**
 * A link for the first manager, as long as nobody can sign in; nothing once somebody can. Each call makes a new link
 * and ends the one before, so the words of the latest start hold.
 */
export async function firstManagerLink(
  db: Db,
  { staffOrigin, now }: { staffOrigin: string; now: number },
): Promise<{ url: string; expiresAt: number } | undefined> {
  const enrolled = await db.selectFrom('passkey').select('id').limit(1).executeTakeFirst()
  if (enrolled) return undefined

  const by = { actor: 'command', now } as const
  const id = (await findManager(db)) ?? (await addManager(db, by))
  if (!id) return undefined
  const { token, expiresAt } = await inTransaction(db, (transaction) => makeEnrolment(transaction, id, by))
  return { url: enrolmentLink(staffOrigin, token), expiresAt }
}

async function findManager(db: Db): Promise<string | undefined> {
  const manager = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'manager')
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
  return manager?.id
}

async function addManager(db: Db, by: { actor: 'command'; now: number }): Promise<string | undefined> {
  const added = await addPerson(db, { name: FIRST_NAME, role: 'manager' }, by)
  // Two servers that start at once may both try; the second finds what the first added.
  return added.kind === 'added' ? added.id : findManager(db)
}
