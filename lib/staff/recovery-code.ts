import { createHmac } from 'node:crypto'
import { inTransaction } from '#lib/db/transaction.ts'
import { type ChallengeFailure, makeChallenge, readChallenge, spendChallenge } from './challenge.ts'
import { type Enrolment, makeEnrolment } from './enrolment.ts'
import { limitForStrangers, takeAttempt } from './limiter.ts'
import { colleagueColumns, isColleague, isOurs, type Store, withMac } from './mac.ts'
import { recordStaffAct } from './record.ts'
import type { Setting } from './relying-party.ts'
import type { OwnSession } from './session.ts'
import { hashOf, type Random } from './token.ts'

const CODES = 10
const CODE_LETTERS = 20
/** Without I, L, O and U, which are taken for others when read from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const purposeOf = (session: OwnSession) => ({ act: 'codes', subject: session.id }) as const

type CodeSheet = { challenge: string; codes: string[] }

/**
 * A new sheet of codes to print. Nothing is stored: the codes follow from a challenge and our key, and begin to work
 * when the person says that they are on paper. So codes travel to the browser once and never back.
 */
export function makeCodeSheet({ challengeKey }: Setting, session: OwnSession, now: number, random?: Random): CodeSheet {
  const challenge = makeChallenge(challengeKey, purposeOf(session), now, random)
  return { challenge, codes: codesOf(challengeKey, challenge) }
}

/** Makes the printed codes work, and every earlier one stop. */
export async function keepCodes(
  { db, challengeKey, staffKey }: Setting,
  session: OwnSession,
  text: string,
  now: number,
): Promise<'kept' | 'not-fresh' | 'replayed' | ChallengeFailure> {
  if (!session.isSteppedUp) return 'not-fresh'
  const purpose = purposeOf(session)
  const challenge = readChallenge(challengeKey, text, purpose, now)
  if (typeof challenge === 'string') return challenge

  const { staffId } = session
  return inTransaction(db, async (transaction) => {
    if (!(await spendChallenge(transaction, { text, purpose, ...challenge }, now))) return 'replayed'
    await transaction.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute()
    await transaction
      .insertInto('recovery_code')
      .values(
        codesOf(challengeKey, text).map((code) =>
          withMac(staffKey, 'recovery_code', {
            hash: hashOf(code),
            staff_id: staffId,
            created_at: now,
            used_at: null,
          }),
        ),
      )
      .execute()
    await recordStaffAct(transaction, { actor: `staff:${staffId}`, action: 'codes-made', subject: staffId, now })
    return 'kept'
  })
}

export async function countCodes(store: Store, session: OwnSession): Promise<number> {
  return (await listCodes(store, session.staffId)).length
}

/** The codes of a person that still open something, as they are stored. */
export async function listCodes({ db, staffKey }: Store, staffId: string) {
  const codes = await db
    .selectFrom('recovery_code')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
  return codes.filter((code) => isOurs(staffKey, 'recovery_code', code))
}

/**
 * Takes a code from paper for a link to enrol a new passkey. A code opens nothing else: whoever comes in has made a
 * passkey on their own device.
 *
 * Wrong codes alone are counted: with 100 bits nobody guesses one, and a stranger's guesses must not lock out whoever
 * has nothing left but the paper.
 */
export async function recover(
  { db, staffKey }: Setting,
  typed: string,
  { now, random }: { now: number; random?: Random },
): Promise<({ kind: 'recovered' } & Enrolment) | { kind: 'unknown-code' | 'too-many' }> {
  const hash = hashOf(readCode(typed))
  const staffId = await holderOf({ db, staffKey }, hash)
  if (staffId === undefined)
    return { kind: (await takeAttempt(db, limitForStrangers, now)) ? 'unknown-code' : 'too-many' }

  return inTransaction(db, async (transaction) => {
    const used = await transaction
      .updateTable('recovery_code')
      .set({ used_at: now })
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .where('staff_id', '=', staffId)
      .where('staff_id', 'in', (eb) => eb.selectFrom('staff').select('id').where('disabled_at', 'is', null))
      .returning('staff_id')
      .executeTakeFirst()
    if (!used) return { kind: 'unknown-code' } as const
    const actor = `staff:${used.staff_id}` as const
    await recordStaffAct(transaction, { actor, action: 'code-used', subject: used.staff_id, now })
    const enrolment = await makeEnrolment({ db: transaction, staffKey }, used.staff_id, {
      actor,
      now,
      ...(random && { random }),
    })
    return { kind: 'recovered', ...enrolment } as const
  })
}

async function holderOf({ db, staffKey }: Store, hash: string): Promise<string | undefined> {
  const code = await db
    .selectFrom('recovery_code')
    .innerJoin('staff', 'staff.id', 'recovery_code.staff_id')
    .selectAll('recovery_code')
    .select(colleagueColumns)
    .where('recovery_code.hash', '=', hash)
    .where('recovery_code.used_at', 'is', null)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  const isBelieved = code && isOurs(staffKey, 'recovery_code', code) && isColleague(staffKey, code)
  return isBelieved ? code.staff_id : undefined
}

/** A code as it was printed, however it was typed. */
export function readCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  return groupsOf(letters.slice(0, CODE_LETTERS + 1))
}

function codesOf(key: Buffer, challenge: string): string[] {
  const seed = Buffer.from(challenge, 'base64url')
  return Array.from({ length: CODES }, (_, number) => {
    const bytes = createHmac('sha256', key).update(`recovery-code\n${number}\n`).update(seed).digest()
    // 32 letters, so five bits of each byte choose one evenly: 100 bits a code.
    return groupsOf([...bytes.subarray(0, CODE_LETTERS)].map((byte) => LETTERS[byte & 31]).join(''))
  })
}

const groupsOf = (letters: string) => letters.match(/.{1,5}/g)?.join('-') ?? ''
