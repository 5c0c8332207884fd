import { randomUUID } from 'node:crypto'
import type { Updateable } from 'kysely'
import type { Db, Schema } from '#lib/db/schema.ts'
import type { Desk } from '#lib/inbox/desk.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import type { StaffSession } from '#lib/staff/session.ts'
import { START } from './delivery.ts'
import { inquiry, keys, settingFor } from './inquiry.ts'

/** Somebody of the staff, signed in, with the inbox before them. */
export async function sitDown(db: Db, { name = 'Front desk', now = START } = {}): Promise<Desk> {
  const staffId = randomUUID()
  await db
    .insertInto('staff')
    .values({ id: staffId, name, role: 'staff', created_at: START, disabled_at: null, mac: '' })
    .execute()
  const session = { id: randomUUID(), staffId, name, role: 'staff', createdAt: now, isSteppedUp: false } as StaffSession
  return { session, db, keys, now }
}

/** An inquiry that came in, changed afterwards as given. */
export async function receive(
  db: Db,
  { sent = inquiry, at = START, ...changes }: Updateable<Schema['inquiry']> & { sent?: Inquiry; at?: number } = {},
): Promise<string> {
  const id = randomUUID()
  const { reference } = await acceptInquiry(settingFor(db, { now: () => at }), { id, inquiry: sent, locale: 'en' })
  if (Object.keys(changes).length > 0) await db.updateTable('inquiry').set(changes).where('id', '=', id).execute()
  return reference
}
