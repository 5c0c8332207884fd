import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/db/transaction.ts'
import { enrolPasskey, openEnrolment } from '#lib/staff/enrol.ts'
import { ENROLMENT_LIFETIME_MS, findEnrolment, makeEnrolment } from '#lib/staff/enrolment.ts'
import { removePasskey } from '#lib/staff/own-passkeys.ts'
import { disablePerson } from '#lib/staff/people.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import { findVisit } from '#lib/staff/session.ts'
import { makeAuthenticator } from '#tests/support/authenticator.ts'
import { eachEngine } from '#tests/support/database.ts'
import {
  colleague,
  enrolWith,
  inviteTo,
  NOW,
  newcomer,
  ORIGIN,
  sessionOf,
  settingOn,
  signInWith,
} from '#tests/support/staff.ts'

const by = { actor: 'command', now: NOW } as const
const newPasskey = () => makeAuthenticator({ origin: ORIGIN })

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })

  test('a link lets a person make their first passkey, and signs them in', async () => {
    const { token } = await inviteTo(setting)
    const outcome = await enrolWith(setting, { token, passkey: newPasskey() })
    expect(outcome).toEqual({ kind: 'signed-in', token: expect.any(String), hasEarlier: false })
  })

  test('with one passkey and nothing on paper the inbox stays closed', async () => {
    const { token } = await newcomer(setting)
    expect(await findVisit(setting, token, NOW)).toMatchObject({ kind: 'unprepared' })
  })

  test('the session of a new passkey is named as the passkey is: on one line, with nothing invisible in it', async () => {
    const { token } = await inviteTo(setting)
    const page = await openEnrolment(setting, token, NOW)
    if (page.kind !== 'open') throw new Error(page.kind)
    const label = ` Front\u202e desk\n${'\u{1f4f1}'.repeat(40)}`
    await enrolPasskey(setting, { token, typed: newPasskey().create(page.options), label }, { now: NOW })

    const named = `Front desk ${'\u{1f4f1}'.repeat(29)}`
    expect(await setting.db.selectFrom('passkey').select('label').execute()).toEqual([{ label: named }])
    expect(await setting.db.selectFrom('session').select('device').execute()).toEqual([{ device: named }])
  })

  test('opening a link, however often, uses nothing up', async () => {
    const { token } = await inviteTo(setting)
    for (let time = 0; time < 3; time += 1)
      expect(await openEnrolment(setting, token, NOW)).toMatchObject({ kind: 'open', name: 'Front desk' })
  })

  test('a link asks for a passkey that verifies its holder, is found by itself, and says nothing of the device', async () => {
    const { token } = await inviteTo(setting)
    const page = await openEnrolment(setting, token, NOW)
    expect(page.kind === 'open' && page.options).toMatchObject({
      rp: { id: 'inbox.clinic.test' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
  })

  test('a link works once', async () => {
    const { link } = await newcomer(setting)
    expect(await enrolWith(setting, { token: link, passkey: newPasskey() })).toEqual({ kind: 'used-link' })
  })

  test('of two who use a link at once, one gets in', async () => {
    const { token } = await inviteTo(setting)
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => enrolWith(setting, { token, passkey: newPasskey() })),
    )
    expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1)
    expect(await setting.db.selectFrom('passkey').select('id').execute()).toHaveLength(1)
  })

  test('a link ends after 15 minutes, also for a page that was opened before', async () => {
    const { token } = await inviteTo(setting)
    const end = NOW + ENROLMENT_LIFETIME_MS
    expect(await findEnrolment(setting, token, end - 1)).toMatchObject({ kind: 'open' })
    expect(await findEnrolment(setting, token, end)).toEqual({ kind: 'expired' })

    const page = await openEnrolment(setting, token, end - 1000)
    const typed = page.kind === 'open' ? newPasskey().create(page.options) : ''
    expect(await enrolPasskey(setting, { token, typed, label: '' }, { now: end })).toEqual({ kind: 'expired-link' })
  })

  test('a new link ends the one before it', async () => {
    const { staffId, token } = await inviteTo(setting)
    await inTransaction(setting.db, (work) => makeEnrolment({ ...setting, db: work }, staffId, by))
    expect(await openEnrolment(setting, token, NOW)).toEqual({ kind: 'unknown-link' })
  })

  test('the secret of a link is stored nowhere', async () => {
    const { token } = await inviteTo(setting)
    const stored = JSON.stringify(await setting.db.selectFrom('enrolment').selectAll().execute())
    expect(stored).not.toContain(token)
  })

  test('an invented, an empty and a disabled link open nothing', async () => {
    const { staffId, token } = await inviteTo(setting)
    await disablePerson(setting, staffId, by)
    for (const worthless of [token, 'A'.repeat(43), '', undefined])
      expect(await openEnrolment(setting, worthless, NOW)).toEqual({ kind: 'unknown-link' })
  })

  test.each([
    ['made on another page', { origin: 'https://evil.example' }, 'refused'],
    ['made for another name', { partyId: 'evil.example' }, 'refused'],
    ['made without verifying the person', { isVerified: false }, 'refused'],
    ['that cannot be found by itself', { isDiscoverable: false }, 'not-discoverable'],
  ])('a passkey %s is refused, and the link stays good', async (_what, behaviour, kind) => {
    const { token } = await inviteTo(setting)
    expect(await enrolWith(setting, { token, passkey: newPasskey(), behaviour })).toEqual({ kind })
    expect(await enrolWith(setting, { token, passkey: newPasskey() })).toMatchObject({ kind: 'signed-in' })
  })

  test("the options of one link are worth nothing for another's", async () => {
    const mine = await inviteTo(setting)
    const theirs = await inviteTo(setting, { name: 'Somebody else' })
    const page = await openEnrolment(setting, theirs.token, NOW)
    const typed = page.kind === 'open' ? newPasskey().create(page.options) : ''
    expect(await enrolPasskey(setting, { token: mine.token, typed, label: '' }, { now: NOW })).toEqual({
      kind: 'forged',
    })
  })

  test('a passkey belongs to one person', async () => {
    const { passkey } = await newcomer(setting)
    const { token } = await inviteTo(setting, { name: 'Somebody else' })
    expect(await enrolWith(setting, { token, passkey })).toEqual({ kind: 'known-passkey' })
  })

  test('whoever enrols again after a loss is signed out everywhere else', async () => {
    const { staffId, token: lost } = await colleague(setting)
    const { token } = await inTransaction(setting.db, (work) => makeEnrolment({ ...setting, db: work }, staffId, by))
    await enrolWith(setting, { token, passkey: newPasskey() })
    expect(await findVisit(setting, lost, NOW)).toEqual({ kind: 'nobody' })
  })

  test('whoever enrols again is told that earlier passkeys still work, and can remove that of a lost device', async () => {
    const { staffId, passkey: lost } = await colleague(setting)
    const { token } = await inTransaction(setting.db, (work) => makeEnrolment({ ...setting, db: work }, staffId, by))
    const enrolled = await enrolWith(setting, { token, passkey: newPasskey() })
    expect(enrolled).toMatchObject({ kind: 'signed-in', hasEarlier: true })

    const session = await sessionOf(setting, enrolled.kind === 'signed-in' ? enrolled.token : '')
    expect(await removePasskey(setting, session, lost.id, NOW)).toBe('removed')
    expect(await signInWith(setting, { passkey: lost })).toEqual({ kind: 'unknown-passkey' })
  })
})
