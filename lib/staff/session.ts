import { randomUUID } from 'node:crypto'
import { storageFailureOf } from '#lib/db/failure.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { cookieIn, cookieText } from './cookie.ts'
import { colleagueColumns, isColleague, isOurs, type Store, withMac } from './mac.ts'
import { listPasskeys } from './passkey-store.ts'
import type { Role } from './people.ts'
import { listCodes } from './recovery-code.ts'
import { setting } from './relying-party.ts'
import { hashOf, makeToken, type Random } from './token.ts'

export const IDLE_MS_MAX = 30 * MINUTE_MS
export const SESSION_MS_MAX = 12 * HOUR_MS
/** How long a fresh proof counts as fresh. */
export const STEP_UP_MS = 5 * MINUTE_MS
const SEEN_EVERY_MS = MINUTE_MS

const COOKIE = 'staff'

/** A person who proved who they are; enough to look after their own passkeys and sessions. */
export type OwnSession = {
  id: string
  staffId: string
  name: string
  role: Role
  createdAt: number
  isSteppedUp: boolean
}

declare const isPrepared: unique symbol
/**
 * A person who may see inquiries. Only this file makes one, from a cookie, so a function that takes one cannot be
 * called without a session.
 */
export type StaffSession = OwnSession & { readonly [isPrepared]: true }
export type ManagerSession = StaffSession & { role: 'manager' }

/** `unprepared`: signed in, but one lost passkey away from being locked out; nothing but their own keys opens. */
export type Visit =
  | { kind: 'nobody' }
  | { kind: 'unprepared'; session: OwnSession }
  | { kind: 'staff'; session: StaffSession }

export const isManager = (session: StaffSession): session is ManagerSession => session.role === 'manager'

/** Begins a session with a token of its own; whatever the browser held before is worth nothing. */
export async function beginSession(
  { db, staffKey }: Store,
  { staffId, device, now, random }: { staffId: string; device: string; now: number; random?: Random },
): Promise<string> {
  const token = makeToken(random)
  await db
    .deleteFrom('session')
    .where('created_at', '<=', now - SESSION_MS_MAX)
    .execute()
  await db
    .insertInto('session')
    .values(
      withMac(staffKey, 'session', {
        hash: hashOf(token),
        id: randomUUID(),
        staff_id: staffId,
        created_at: now,
        seen_at: now,
        stepped_up_at: now,
        device,
      }),
    )
    .execute()
  return token
}

/** Whose browser this is, from its Cookie header and nothing else. Looking does not keep the session awake. */
export async function findVisit({ db, staffKey }: Store, token: string | undefined, now: number): Promise<Visit> {
  if (!token) return { kind: 'nobody' }
  const found = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .selectAll('session')
    .select(colleagueColumns)
    .where('session.hash', '=', hashOf(token))
    .where('session.created_at', '>', now - SESSION_MS_MAX)
    .where('session.seen_at', '>', now - IDLE_MS_MAX)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found || !isOurs(staffKey, 'session', found) || !isColleague(staffKey, found)) return { kind: 'nobody' }

  const session: OwnSession = {
    id: found.id,
    staffId: found.staff_id,
    name: found.name,
    role: found.role,
    createdAt: found.created_at,
    isSteppedUp: found.stepped_up_at !== null && found.stepped_up_at > now - STEP_UP_MS,
  }
  if (!(await hasWayBack({ db, staffKey }, found.staff_id))) return { kind: 'unprepared', session }
  return { kind: 'staff', session: session as StaffSession }
}

/** Notes that the person is still there, once a minute at most. A busy database is no reason to send them away. */
export async function keepAwake(db: Db, session: OwnSession, now: number): Promise<void> {
  try {
    await db
      .updateTable('session')
      .set({ seen_at: now })
      .where('id', '=', session.id)
      .where('seen_at', '<=', now - SEEN_EVERY_MS)
      .execute()
  } catch (error) {
    if (storageFailureOf(error) !== 'busy') throw error
  }
}

/** At least two passkeys, or recovery codes on paper. */
async function hasWayBack(store: Store, staffId: string): Promise<boolean> {
  return (await listPasskeys(store, staffId)).length >= 2 || (await listCodes(store, staffId)).length > 0
}

export function sessionCookie(token: string, isSecure: boolean): string {
  return cookieText({ name: COOKIE, value: token, isSecure })
}

export function sessionTokenIn(cookieHeader: string | null | undefined, isSecure: boolean): string | undefined {
  return cookieIn(cookieHeader, COOKIE, isSecure)
}

/** Whose browser sent this request, who thereby shows to be there; a page that loads itself again shows nothing. */
export async function visitBy(cookieHeader: string | null, { isByItself = false } = {}): Promise<Visit> {
  const here = setting()
  const now = Date.now()
  const visit = await findVisit(here, sessionTokenIn(cookieHeader, here.party.isSecure), now)
  if (visit.kind !== 'nobody' && !isByItself) await keepAwake(here.db, visit.session, now)
  return visit
}
