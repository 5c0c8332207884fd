import { database } from '#lib/db/connection.ts'
import type { Db } from '#lib/db/schema.ts'
import { env } from '#lib/env.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import type { StaffSession } from '#lib/staff/session.ts'

/** Where somebody of the staff sits. Everything about the inbox needs one, and there is none without a session. */
export type Desk = { session: StaffSession; db: Db; keys: SealKeys; now: number }

/** The desk of this process, now. */
export function deskOf(session: StaffSession): Desk {
  return { session, db: database(), keys: env().sealKeys, now: Date.now() }
}
