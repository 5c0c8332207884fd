import type { Transaction } from 'kysely'
import type { Actor } from '#lib/audit/record.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { cookieIn, cookieText } from './cookie.ts'
import { colleagueColumns, isColleague, isOurs, type Store, withMac } from './mac.ts'
import { recordStaffAct } from './record.ts'
import { hashOf, makeToken, type Random } from './token.ts'

export const ENROLMENT_LIFETIME_MS = 15 * MINUTE_MS

export type Enrolment = { token: string; expiresAt: number }
type FoundEnrolment =
  | { kind: 'open'; staffId: string; name: string; expiresAt: number }
  | { kind: 'expired' | 'used' | 'unknown' }

/** Makes the one-time secret with which a person may enrol a passkey. Earlier ones that nobody used end with it. */
export async function makeEnrolment(
  { db, staffKey }: Store & { db: Transaction<Schema> },
  staffId: string,
  { actor, now, random }: { actor: Actor; now: number; random?: Random },
): Promise<Enrolment> {
  const token = makeToken(random)
  const expiresAt = now + ENROLMENT_LIFETIME_MS
  await db.deleteFrom('enrolment').where('staff_id', '=', staffId).where('used_at', 'is', null).execute()
  await db
    .insertInto('enrolment')
    .values(
      withMac(staffKey, 'enrolment', { hash: hashOf(token), staff_id: staffId, expires_at: expiresAt, used_at: null }),
    )
    .execute()
  await recordStaffAct(db, { actor, action: 'enrolment-link-made', subject: staffId, now })
  return { token, expiresAt }
}

/** What a secret is still good for. Looking uses nothing up. */
export async function findEnrolment({ db, staffKey }: Store, token: string, now: number): Promise<FoundEnrolment> {
  const found = await db
    .selectFrom('enrolment')
    .innerJoin('staff', 'staff.id', 'enrolment.staff_id')
    .selectAll('enrolment')
    .select(colleagueColumns)
    .where('enrolment.hash', '=', hashOf(token))
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found || !isOurs(staffKey, 'enrolment', found) || !isColleague(staffKey, found)) return { kind: 'unknown' }
  if (found.used_at !== null) return { kind: 'used' }
  if (found.expires_at <= now) return { kind: 'expired' }
  return { kind: 'open', staffId: found.staff_id, name: found.name, expiresAt: found.expires_at }
}

/** Uses a secret up. False when it was used or has ended: of two at once, one gets true. */
export async function spendEnrolment(db: Db, token: string, now: number): Promise<boolean> {
  const used = await db
    .updateTable('enrolment')
    .set({ used_at: now })
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('hash')
    .execute()
  return used.length === 1
}

/** The address to open. Opening it uses nothing up, and the next page no longer has the secret in its address. */
export function enrolmentLink(staffOrigin: string, token: string): string {
  return `${staffOrigin}/staff/enrol/${token}`
}

const COOKIE = 'enrolment'

/** Carries the secret from the link to the page; Lax, because a link from a chat or a mail starts on another site. */
export function enrolmentCookie(token: string, isSecure: boolean): string {
  const lifetimeSeconds = token ? ENROLMENT_LIFETIME_MS / 1000 : 0
  return cookieText({ name: COOKIE, value: token, lifetimeSeconds, sameSite: 'Lax', isSecure })
}

export function enrolmentTokenIn(cookieHeader: string | null, isSecure: boolean): string | undefined {
  return cookieIn(cookieHeader, COOKIE, isSecure)
}
