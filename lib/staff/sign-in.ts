import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { spendChallenge } from './challenge.ts'
import { limitFor, limitForStrangers, returnAttempt, takeAttempt } from './limiter.ts'
import { withMac } from './mac.ts'
import { type Assertion, readAssertion } from './passkey-answer.ts'
import { type CheckFailure, checkAssertion } from './passkey-check.ts'
import { countUse, findPasskey, type StoredPasskey } from './passkey-store.ts'
import { recordStaffAct } from './record.ts'
import type { Setting } from './relying-party.ts'
import { beginSession, type OwnSession } from './session.ts'
import { hashOf, makeToken, type Random } from './token.ts'

type SignInFailure = CheckFailure | 'unreadable' | 'unknown-passkey' | 'too-many' | 'replayed' | 'copied-passkey'
type Outcome = { kind: 'signed-in'; token: string } | { kind: SignInFailure }
type Moment = { now: number; random?: Random }

/** Lets a person in who holds a passkey of theirs. A session this browser had before ends. */
export async function signIn(
  setting: Setting,
  { typed, tokenBefore }: { typed: string; tokenBefore?: string | undefined },
  { now, random }: Moment,
): Promise<Outcome> {
  return proveWith(setting, { typed, purpose: { act: 'sign-in', subject: '' } }, now, async (transaction, passkey) => {
    if (tokenBefore) await transaction.deleteFrom('session').where('hash', '=', hashOf(tokenBefore)).execute()
    const token = await beginSession(
      { ...setting, db: transaction },
      {
        staffId: passkey.staffId,
        device: passkey.label,
        now,
        ...(random && { random }),
      },
    )
    const actor = `staff:${passkey.staffId}` as const
    await recordStaffAct(transaction, { actor, action: 'signed-in', subject: passkey.staffId, now })
    return token
  })
}

/** Takes a fresh proof from a person who is signed in. The session goes on under a new token. */
export async function stepUp(
  setting: Setting,
  { typed, session }: { typed: string; session: OwnSession },
  { now, random }: Moment,
): Promise<Outcome> {
  const purpose = { act: 'step-up', subject: session.id } as const
  return proveWith(setting, { typed, purpose, staffId: session.staffId }, now, async (transaction) => {
    const token = makeToken(random)
    const { hash, mac } = withMac(setting.staffKey, 'session', {
      id: session.id,
      staff_id: session.staffId,
      created_at: session.createdAt,
      hash: hashOf(token),
    })
    await transaction
      .updateTable('session')
      .set({ hash, mac, stepped_up_at: now, seen_at: now })
      .where('id', '=', session.id)
      .execute()
    const actor = `staff:${session.staffId}` as const
    await recordStaffAct(transaction, { actor, action: 'stepped-up', subject: session.staffId, now })
    return token
  })
}

type Proof = { typed: string; purpose: Parameters<typeof checkAssertion>[1]['purpose']; staffId?: string }

async function proveWith(
  setting: Setting,
  { typed, purpose, staffId }: Proof,
  now: number,
  proven: (transaction: Transaction<Schema>, passkey: StoredPasskey) => Promise<string>,
): Promise<Outcome> {
  const answer = readAssertion(typed)
  const found = answer && (await findPasskey(setting, answer.id))
  const forgedFor = found && 'forgedFor' in found ? found.forgedFor : undefined
  const passkey = found && 'publicKey' in found ? found : undefined
  const isTheirs = passkey !== undefined && (staffId === undefined || staffId === passkey.staffId)
  const limit = isTheirs ? limitFor(passkey.staffId) : limitForStrangers
  if (!(await takeAttempt(setting.db, limit, now))) return { kind: 'too-many' }
  if (!answer) return { kind: 'unreadable' }
  if (forgedFor) await recordRefusal(setting, forgedFor, 'forged-row', now)
  if (!isTheirs) return { kind: 'unknown-passkey' }

  const outcome = await judge(setting, { answer, passkey, purpose }, now, proven)
  if (outcome.kind === 'signed-in') await returnAttempt(setting.db, limit, now)
  else await recordRefusal(setting, passkey.staffId, outcome.kind, now)
  return outcome
}

async function judge(
  setting: Setting,
  proof: { answer: Assertion; passkey: StoredPasskey; purpose: Proof['purpose'] },
  now: number,
  proven: (transaction: Transaction<Schema>, passkey: StoredPasskey) => Promise<string>,
): Promise<Outcome> {
  const { answer, passkey, purpose } = proof
  // A counter that stands still is told apart below, so that the audit can name it.
  const checked = await checkAssertion(setting, { answer, passkey: { ...passkey, counter: 0 }, purpose }, now)
  if (typeof checked === 'string') return { kind: checked }

  return inTransaction(setting.db, async (transaction): Promise<Outcome> => {
    if (!(await spendChallenge(transaction, checked.challenge, now))) return { kind: 'replayed' }
    if (!(await countUse(transaction, passkey.id, checked.counter, now))) return { kind: 'copied-passkey' }
    return { kind: 'signed-in', token: await proven(transaction, passkey) }
  })
}

async function recordRefusal({ db }: Setting, staffId: string, detail: string, now: number): Promise<void> {
  await inTransaction(db, (transaction) =>
    recordStaffAct(transaction, {
      actor: `staff:${staffId}`,
      action: 'sign-in-refused',
      subject: staffId,
      detail,
      now,
    }),
  )
}
