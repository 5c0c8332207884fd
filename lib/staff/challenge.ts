import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { hashOf, type Random } from './token.ts'

export const CHALLENGE_LIFETIME_MS = 5 * MINUTE_MS

const NONCE_BYTES = 16
const TIME_BYTES = 6
const MARK_BYTES = 32
const LENGTH = NONCE_BYTES + TIME_BYTES + MARK_BYTES

/** What a challenge is good for, and for whom: a session, an enrolment, or anybody ('' at sign-in). */
export type Purpose = { act: 'sign-in' | 'enrol' | 'add-passkey' | 'step-up' | 'codes'; subject: string }

export type ChallengeFailure = 'forged' | 'expired'

/** The key that marks challenges, made from one that every process with an inbox has. */
export function challengeKeyFrom(indexKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', indexKey, '', 'staff-challenge', 32))
}

/**
 * A challenge that proves itself: random, with its end and our mark. Asking for the sign-in page therefore writes
 * nothing, and a flood of such requests takes no turn from an inquiry that wants to be stored.
 */
export function makeChallenge(key: Buffer, purpose: Purpose, now: number, random: Random = randomBytes): string {
  const head = Buffer.alloc(NONCE_BYTES + TIME_BYTES)
  random(NONCE_BYTES).copy(head)
  head.writeUIntBE(now + CHALLENGE_LIFETIME_MS, NONCE_BYTES, TIME_BYTES)
  return Buffer.concat([head, markOf(key, purpose, head)]).toString('base64url')
}

/** When a challenge ends, or why it is not one of ours for this purpose. */
export function readChallenge(
  key: Buffer,
  text: string,
  purpose: Purpose,
  now: number,
): { expiresAt: number } | ChallengeFailure {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== LENGTH) return 'forged'
  const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES)
  if (!timingSafeEqual(bytes.subarray(head.length), markOf(key, purpose, head))) return 'forged'
  const expiresAt = head.readUIntBE(NONCE_BYTES, TIME_BYTES)
  return expiresAt > now ? { expiresAt } : 'expired'
}

/** Uses a challenge up. False when it was used before: of two at once, one gets true. */
export async function spendChallenge(
  db: Db,
  { text, purpose, expiresAt }: { text: string; purpose: Purpose; expiresAt: number },
  now: number,
): Promise<boolean> {
  await db.deleteFrom('challenge').where('expires_at', '<=', now).execute()
  const spent = await db
    .insertInto('challenge')
    // The hash is taken of the bytes, because one challenge can be written in more than one way.
    .values({
      hash: hashOf(Buffer.from(text, 'base64url').toString('hex')),
      purpose: purpose.act,
      staff_id: null,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .execute()
  return spent.length === 1
}

function markOf(key: Buffer, { act, subject }: Purpose, head: Buffer): Buffer {
  return createHmac('sha256', key).update(`${act}\n${subject}\n`).update(head).digest()
}
