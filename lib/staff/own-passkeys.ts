import { inTransaction } from '#lib/db/transaction.ts'
import { spendChallenge } from './challenge.ts'
import { readRegistration } from './passkey-answer.ts'
import { type CheckFailure, checkRegistration, creationOptions } from './passkey-check.ts'
import { keepPasskey, listPasskeys, PASSKEYS_MAX } from './passkey-store.ts'
import { recordStaffAct } from './record.ts'
import type { Setting } from './relying-party.ts'
import type { OwnSession } from './session.ts'

type AddFailure = CheckFailure | 'unreadable' | 'not-fresh' | 'known-passkey' | 'replayed' | 'enough-passkeys'

const purposeOf = (session: OwnSession) => ({ act: 'add-passkey', subject: session.id }) as const

/** What the browser needs to make one more passkey for the person who is signed in. */
export async function addingOptions(setting: Setting, session: OwnSession, now: number) {
  const known = await listPasskeys(setting, session.staffId)
  const { staffId, name } = session
  return creationOptions(
    setting,
    { staffId, name, knownIds: known.map(({ id }) => id), purpose: purposeOf(session) },
    now,
  )
}

/** Adds a passkey; only shortly after a fresh proof, so that an open screen is not enough to move in for good. */
export async function addPasskey(
  setting: Setting,
  session: OwnSession,
  { typed, label }: { typed: string; label: string },
  now: number,
): Promise<'added' | AddFailure> {
  if (!session.isSteppedUp) return 'not-fresh'
  const answer = readRegistration(typed)
  if (!answer) return 'unreadable'
  const checked = await checkRegistration(setting, answer, purposeOf(session), now)
  if (typeof checked === 'string') return checked

  const { staffId } = session
  return inTransaction(setting.db, async (transaction) => {
    const store = { ...setting, db: transaction }
    if (!(await spendChallenge(transaction, checked.challenge, now))) return 'replayed'
    if ((await listPasskeys(store, staffId)).length >= PASSKEYS_MAX) return 'enough-passkeys'
    if (!(await keepPasskey(store, { passkey: checked.passkey, staffId, label }, now))) return 'known-passkey'
    await recordStaffAct(transaction, { actor: `staff:${staffId}`, action: 'passkey-added', subject: staffId, now })
    return 'added'
  })
}

/** Removes one of the person's own passkeys, but never the last. */
export async function removePasskey(
  { db, staffKey }: Setting,
  session: OwnSession,
  id: string,
  now: number,
): Promise<'removed' | 'not-fresh' | 'last-passkey' | 'not-found'> {
  if (!session.isSteppedUp) return 'not-fresh'
  const { staffId } = session
  return inTransaction(db, async (transaction) => {
    const own = await listPasskeys({ db: transaction, staffKey }, staffId)
    if (!own.some((passkey) => passkey.id === id)) return 'not-found'
    if (own.length === 1) return 'last-passkey'
    await transaction.deleteFrom('passkey').where('id', '=', id).where('staff_id', '=', staffId).execute()
    await recordStaffAct(transaction, { actor: `staff:${staffId}`, action: 'passkey-removed', subject: staffId, now })
    return 'removed'
  })
}
