import type { Db } from '#lib/db/schema.ts'
import { ENROLMENT_LIFETIME_MS, enrolmentLink, makeEnrolment } from './enrolment.ts'
import { recordStaffAct } from './record.ts'
import { inTransaction } from './transaction.ts'

const FIRST_ID = 'first-manager'
const FIRST_NAME = 'Manager'

export type FirstLink = { url: string; name: string; lifetimeMs: number }

/**
 * A link for the first manager, as long as nobody can sign in; nothing once somebody can. Each call makes a new link
 * and ends the one before, so the words of the latest start hold.
 */
export async function firstManagerLink(
  db: Db,
  { staffOrigin, now }: { staffOrigin: string; now: number },
): Promise<FirstLink | undefined> {
  const enrolled = await db.selectFrom('passkey').select('id').limit(1).executeTakeFirst()
  if (enrolled) return undefined

  const by = { actor: 'command', now } as const
  const manager = (await findManager(db)) ?? (await addManager(db, by))
  if (!manager) return undefined
  const { token } = await inTransaction(db, (transaction) => makeEnrolment(transaction, manager.id, by))
  return { url: enrolmentLink(staffOrigin, token), name: manager.name, lifetimeMs: ENROLMENT_LIFETIME_MS }
}

function findManager(db: Db): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', '=', 'manager')
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
}

// Two servers that start at once add the same row, so there is one manager whoever comes first.
async function addManager(db: Db, { actor, now }: { actor: 'command'; now: number }) {
  await inTransaction(db, async (transaction) => {
    const added = await transaction
      .insertInto('staff')
      .values({ id: FIRST_ID, name: FIRST_NAME, role: 'manager', created_at: now, disabled_at: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute()
    if (added.length > 0)
      await recordStaffAct(transaction, { actor, action: 'staff-added', subject: FIRST_ID, detail: 'manager', now })
  })
  return findManager(db)
}
