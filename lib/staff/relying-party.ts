import { clinic } from '#lib/clinic.ts'
import { database } from '#lib/db/connection.ts'
import { env } from '#lib/env.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { challengeKeyFrom } from './challenge.ts'
import { type Store, staffKeyFrom } from './mac.ts'

/** Whom a passkey is for: it answers to this one origin and to no other. */
type RelyingParty = { origin: string; id: string; name: string; isSecure: boolean }

/** What signing in stands on. */
export type Setting = Store & { party: RelyingParty; challengeKey: Buffer }

export function relyingPartyAt(origin: string, name: string): RelyingParty {
  const { hostname, protocol } = new URL(origin)
  return { origin, id: hostname, name, isSecure: protocol === 'https:' }
}

/** The setting of this process. */
export function setting(): Setting {
  return {
    db: database(),
    party: relyingPartyAt(env().staffOrigin, clinic().shortName),
    // Every process with an inbox has the index key, and none that serves the public.
    challengeKey: oncePerProcess('challenge-key', () => challengeKeyFrom(env().indexKey)),
    staffKey: oncePerProcess('staff-key', () => staffKeyFrom(env().indexKey)),
  }
}
