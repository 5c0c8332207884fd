import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { challengeKeyFrom } from '#lib/staff/challenge.ts'
import { enrolPasskey, openEnrolment } from '#lib/staff/enrol.ts'
import { makeEnrolment } from '#lib/staff/enrolment.ts'
import { staffKeyFrom } from '#lib/staff/mac.ts'
import { requestOptions } from '#lib/staff/passkey-check.ts'
import { addPerson, type Role } from '#lib/staff/people.ts'
import { keepCodes, makeCodeSheet } from '#lib/staff/recovery-code.ts'
import { relyingPartyAt, type Setting } from '#lib/staff/relying-party.ts'
import { findVisit, type OwnSession } from '#lib/staff/session.ts'
import { signIn } from '#lib/staff/sign-in.ts'
import { makeAuthenticator } from './authenticator.ts'

export const NOW = Date.UTC(2026, 10, 22, 12)
export const ORIGIN = 'https://inbox.clinic.test'

type Authenticator = ReturnType<typeof makeAuthenticator>

export function settingOn(db: Db): Setting {
  const indexKey = Buffer.alloc(32, 7)
  const party = relyingPartyAt(ORIGIN, 'Test Clinic')
  return { db, party, challengeKey: challengeKeyFrom(indexKey), staffKey: staffKeyFrom(indexKey) }
}

/** Somebody new, with a link they have not opened. */
export async function inviteTo(setting: Setting, { name = 'Front desk', role = 'staff' as Role, now = NOW } = {}) {
  const by = { actor: 'command', now } as const
  const added = await addPerson(setting, { name, role }, by)
  if (added.kind !== 'added') throw new Error(added.kind)
  const { token } = await inTransaction(setting.db, (work) => makeEnrolment({ ...setting, db: work }, added.id, by))
  return { staffId: added.id, token }
}

type Behaviour = Parameters<Authenticator['create']>[1]

/** Opens a link and makes a passkey, as a browser would. */
export async function enrolWith(
  setting: Setting,
  {
    token,
    passkey,
    now = NOW,
    behaviour,
  }: { token: string; passkey: Authenticator; now?: number; behaviour?: Behaviour },
) {
  const page = await openEnrolment(setting, token, now)
  if (page.kind !== 'open') return { kind: page.kind }
  const typed = { token, typed: passkey.create(page.options, behaviour), label: 'My phone' }
  return enrolPasskey(setting, typed, { now })
}

/** Somebody with one passkey, signed in with it a moment ago, and nothing printed yet. */
export async function newcomer(setting: Setting, { name = 'Front desk', role = 'staff' as Role, counts = true } = {}) {
  const { staffId, token: link } = await inviteTo(setting, { name, role })
  const passkey = makeAuthenticator({ origin: ORIGIN, counts })
  const enrolled = await enrolWith(setting, { token: link, passkey })
  if (enrolled.kind !== 'signed-in') throw new Error(enrolled.kind)
  const { token } = enrolled
  return { staffId, link, passkey, token, session: await sessionOf(setting, token) }
}

/** The same, with recovery codes on paper: somebody for whom the inbox opens. */
export async function colleague(setting: Setting, who: Parameters<typeof newcomer>[1] = {}) {
  const person = await newcomer(setting, who)
  const { challenge, codes } = makeCodeSheet(setting, person.session, NOW)
  await keepCodes(setting, person.session, challenge, NOW)
  return { ...person, codes }
}

export async function sessionOf(setting: Setting, token: string, now = NOW): Promise<OwnSession> {
  const visit = await findVisit(setting, token, now)
  if (visit.kind === 'nobody') throw new Error('There is no such session')
  return visit.session
}

/** What the sign-in page asks a passkey. */
export const askToSignIn = (setting: Setting, now = NOW) =>
  requestOptions(setting, { purpose: { act: 'sign-in', subject: '' } }, now)

/** Opens the sign-in page and shows a passkey, as a browser would. */
export async function signInWith(
  setting: Setting,
  { passkey, now = NOW, behaviour }: { passkey: Authenticator; now?: number; behaviour?: Behaviour },
) {
  const options = await askToSignIn(setting, now)
  return signIn(setting, { typed: passkey.get(options, behaviour) }, { now })
}
