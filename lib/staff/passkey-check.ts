import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type ChallengeFailure, makeChallenge, type Purpose, readChallenge } from './challenge.ts'
import { type Assertion, challengeIn, type Registration } from './passkey-answer.ts'
import type { Setting } from './relying-party.ts'

type Spendable = { text: string; purpose: Purpose; expiresAt: number }
export type CheckFailure = ChallengeFailure | 'refused' | 'not-discoverable'

type Passkey = { id: string; publicKey: Buffer; counter: number }
export type NewPasskey = Passkey & { transports: string }

const CREATE_MS_MAX = 120_000
/** EdDSA, ES256 and RS256: what keys in use today can do. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** What a browser needs to make a passkey for this person. */
export function creationOptions(
  { party, challengeKey }: Setting,
  { staffId, name, knownIds, purpose }: { staffId: string; name: string; knownIds: string[]; purpose: Purpose },
  now: number,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(staffId)),
    userName: name,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(makeChallenge(challengeKey, purpose, now), 'base64url')),
    timeout: CREATE_MS_MAX,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: knownIds.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

/** What a browser needs to show that it holds a passkey. With no ids it offers every one it has for this site. */
export function requestOptions(
  { party, challengeKey }: Setting,
  { purpose, ids = [] }: { purpose: Purpose; ids?: string[] },
  now: number,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(makeChallenge(challengeKey, purpose, now), 'base64url')),
    timeout: CREATE_MS_MAX,
    userVerification: 'required',
    allowCredentials: ids.map((id) => ({ id })),
  })
}

/** Checks a new passkey: our challenge, our origin, our name, and a person who was verified. */
export async function checkRegistration(
  { party, challengeKey }: Setting,
  answer: Registration,
  purpose: Purpose,
  now: number,
): Promise<{ passkey: NewPasskey; challenge: Spendable } | CheckFailure> {
  const text = challengeIn(answer)
  const challenge = readChallenge(challengeKey, text, purpose, now)
  if (typeof challenge === 'string') return challenge
  // A key that cannot find its passkey by itself could never be used to sign in without a name.
  const { credProps } = answer.clientExtensionResults
  if (isRecord(credProps) && credProps.rk === false) return 'not-discoverable'

  const { registrationInfo } = await refusedIfThrown(() =>
    verifyRegistrationResponse({
      response: { ...answer, response: { ...answer.response, transports: answer.response.transports ?? [] } } as never,
      expectedChallenge: text,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    }),
  )
  if (!registrationInfo) return 'refused'
  const { id, publicKey, counter } = registrationInfo.credential
  const transports = (answer.response.transports ?? []).join(' ')
  const passkey = { id, publicKey: Buffer.from(publicKey), counter, transports }
  return { passkey, challenge: { text, purpose, ...challenge } }
}

/** Checks that the passkey signed our challenge, for our origin and name, with a person verified, and counted on. */
export async function checkAssertion(
  { party, challengeKey }: Setting,
  { answer, passkey, purpose }: { answer: Assertion; passkey: Passkey; purpose: Purpose },
  now: number,
): Promise<{ counter: number; challenge: Spendable } | CheckFailure> {
  const text = challengeIn(answer)
  const challenge = readChallenge(challengeKey, text, purpose, now)
  if (typeof challenge === 'string') return challenge

  const { verified, authenticationInfo } = await refusedIfThrown(() =>
    verifyAuthenticationResponse({
      response: answer as never,
      expectedChallenge: text,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { ...passkey, publicKey: new Uint8Array(passkey.publicKey) },
      requireUserVerification: true,
    }),
  )
  if (!verified || !authenticationInfo) return 'refused'
  return { counter: authenticationInfo.newCounter, challenge: { text, purpose, ...challenge } }
}

// The library throws a plain Error for everything it finds wrong with an answer, and every answer is a stranger's.
async function refusedIfThrown<Checked extends object>(check: () => Promise<Checked>): Promise<Partial<Checked>> {
  try {
    return await check()
  } catch {
    return {}
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
