import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { recordStaffAct } from './record.ts'
import { IDLE_MS_MAX, type OwnSession, SESSION_MS_MAX } from './session.ts'

type ListedSession = { id: string; device: string; createdAt: number; seenAt: number; isThis: boolean }

/** Where this person is signed in now, this browser first. */
export async function listSessions(db: Db, own: OwnSession, now: number): Promise<ListedSession[]> {
  const sessions = await liveSessions(db, now).where('session.staff_id', '=', own.staffId).execute()
  return sessions
    .map((session) => ({
      id: session.id,
      device: session.device,
      createdAt: session.created_at,
      seenAt: session.seen_at,
      isThis: session.id === own.id,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.seenAt - a.seenAt)
}

/** Every session that still opens something, with whose it is; for the command line. */
export function liveSessions(db: Db, now: number) {
  return db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .select(['session.id', 'session.device', 'session.created_at', 'session.seen_at', 'staff.name'])
    .where('session.created_at', '>', now - SESSION_MS_MAX)
    .where('session.seen_at', '>', now - IDLE_MS_MAX)
    .where('staff.disabled_at', 'is', null)
    .orderBy('session.seen_at', 'desc')
}

/** Ends one session of the same person, or all of them but this. Nobody can end another person's. */
export async function endSessions(
  db: Db,
  own: OwnSession,
  which: { id: string } | 'all-others',
  now: number,
): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const ending = transaction.deleteFrom('session').where('staff_id', '=', own.staffId)
    const ended = await (which === 'all-others' ? ending.where('id', '!=', own.id) : ending.where('id', '=', which.id))
      .returning('id')
      .execute()
    if (ended.length > 0) {
      const action = which !== 'all-others' && which.id === own.id ? 'signed-out' : 'session-ended'
      await recordStaffAct(transaction, { actor: `staff:${own.staffId}`, action, subject: own.staffId, now })
    }
    return ended.length
  })
}
