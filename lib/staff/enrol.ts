import { inTransaction } from '#lib/db/transaction.ts'
import { spendChallenge } from './challenge.ts'
import { findEnrolment, spendEnrolment } from './enrolment.ts'
import { readRegistration } from './passkey-answer.ts'
import { type CheckFailure, checkRegistration, creationOptions } from './passkey-check.ts'
import { keepPasskey, listPasskeys, properLabel } from './passkey-store.ts'
import { recordStaffAct } from './record.ts'
import type { Setting } from './relying-party.ts'
import { beginSession } from './session.ts'
import { hashOf, type Random } from './token.ts'

type EnrolFailure =
  | CheckFailure
  | 'unreadable'
  | 'expired-link'
  | 'used-link'
  | 'unknown-link'
  | 'known-passkey'
  | 'replayed'

const linkFailures = { expired: 'expired-link', used: 'used-link', unknown: 'unknown-link' } as const
const purposeOf = (token: string) => ({ act: 'enrol', subject: hashOf(token) }) as const

/** What the enrolment page shows: for whom the link is, and what the browser needs; or why it is good for nothing. */
export async function openEnrolment(setting: Setting, token: string | undefined, now: number) {
  const found = token ? await findEnrolment(setting, token, now) : ({ kind: 'unknown' } as const)
  if (!token || found.kind !== 'open') return { kind: linkFailures[found.kind as keyof typeof linkFailures] }
  const known = await listPasskeys(setting, found.staffId)
  const { staffId, name, expiresAt } = found
  const options = await creationOptions(
    setting,
    { staffId, name, knownIds: known.map(({ id }) => id), purpose: purposeOf(token) },
    now,
  )
  return { kind: 'open', name, expiresAt, options } as const
}

/**
 * Makes the first passkey of a person, or the first after a loss, and lets them in. The link is used up, and every
 * session they had ends. Earlier passkeys still work, because one name may stand for a whole front desk; `hasEarlier`
 * is for telling the person to remove that of a lost device.
 */
export async function enrolPasskey(
  setting: Setting,
  { token, typed, label }: { token: string | undefined; typed: string; label: string },
  { now, random }: { now: number; random?: Random },
): Promise<{ kind: 'signed-in'; token: string; hasEarlier: boolean } | { kind: EnrolFailure }> {
  const found = token ? await findEnrolment(setting, token, now) : ({ kind: 'unknown' } as const)
  if (!token || found.kind !== 'open') return { kind: linkFailures[found.kind as keyof typeof linkFailures] }
  const answer = readRegistration(typed)
  if (!answer) return { kind: 'unreadable' }
  const checked = await checkRegistration(setting, answer, purposeOf(token), now)
  if (typeof checked === 'string') return { kind: checked }

  const { staffId } = found
  return inTransaction(setting.db, async (transaction) => {
    const store = { ...setting, db: transaction }
    const known = await transaction.selectFrom('passkey').select('id').where('id', '=', checked.passkey.id).execute()
    if (known.length > 0) return { kind: 'known-passkey' } as const
    if (!(await spendChallenge(transaction, checked.challenge, now))) return { kind: 'replayed' } as const
    if (!(await spendEnrolment(transaction, token, now))) return { kind: 'used-link' } as const
    const earlier = await listPasskeys(store, staffId)
    await keepPasskey(store, { passkey: checked.passkey, staffId, label }, now)
    await transaction.deleteFrom('session').where('staff_id', '=', staffId).execute()
    await transaction.deleteFrom('enrolment').where('staff_id', '=', staffId).where('used_at', 'is', null).execute()
    const actor = `staff:${staffId}` as const
    await recordStaffAct(transaction, { actor, action: 'passkey-enrolled', subject: staffId, now })
    const device = properLabel(label)
    const begun = await beginSession(store, { staffId, device, now, ...(random && { random }) })
    return { kind: 'signed-in', token: begun, hasEarlier: earlier.length > 0 } as const
  })
}
