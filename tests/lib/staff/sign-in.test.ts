import { beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '#lib/audit/verify.ts'
import { CHALLENGE_LIFETIME_MS, makeChallenge } from '#lib/staff/challenge.ts'
import { limitFor, limitForStrangers } from '#lib/staff/limiter.ts'
import { requestOptions } from '#lib/staff/passkey-check.ts'
import { disablePerson } from '#lib/staff/people.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import { findVisit, STEP_UP_MS } from '#lib/staff/session.ts'
import { signIn, stepUp } from '#lib/staff/sign-in.ts'
import { makeAuthenticator } from '#tests/support/authenticator.ts'
import { eachEngine } from '#tests/support/database.ts'
import { askToSignIn, colleague, NOW, ORIGIN, sessionOf, settingOn, signInWith } from '#tests/support/staff.ts'

const by = { actor: 'command', now: NOW } as const
const stepUpOptions = (setting: Setting, id: string, now: number) =>
  requestOptions(setting, { purpose: { act: 'step-up', subject: id } }, now)

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })

  test('a person with their passkey gets a session of their own', async () => {
    const { passkey, staffId } = await colleague(setting)
    const outcome = await signInWith(setting, { passkey })

    expect(outcome).toEqual({ kind: 'signed-in', token: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await findVisit(setting, (outcome as { token: string }).token, NOW)).toMatchObject({
      kind: 'staff',
      session: { staffId, name: 'Front desk', role: 'staff', isSteppedUp: true },
    })
  })

  test('the token itself is stored nowhere', async () => {
    const { passkey } = await colleague(setting)
    const { token } = (await signInWith(setting, { passkey })) as { token: string }
    const stored = JSON.stringify(await setting.db.selectFrom('session').selectAll().execute())
    expect(stored).not.toContain(token)
  })

  test.each([
    ['made on another page', { origin: 'https://inbox.clinic.test.evil.example' }],
    ['made on the same host without https', { origin: 'http://inbox.clinic.test' }],
    ['made for another name', { partyId: 'evil.example' }],
    ['made without verifying the person', { isVerified: false }],
    ['whose signature is of something else', { isForged: true }],
  ])('a proof %s is refused', async (_what, behaviour) => {
    const { passkey } = await colleague(setting)
    expect(await signInWith(setting, { passkey, behaviour })).toEqual({ kind: 'refused' })
  })

  test('a browser that can only write plain base64 is understood', async () => {
    const { passkey } = await colleague(setting)
    const { id, rawId, type, response } = JSON.parse(passkey.get(await askToSignIn(setting)))
    const plain = (text: string) => Buffer.from(text, 'base64url').toString('base64')
    const parts = Object.entries<string>(response).map(([name, text]) => [name, plain(text)])
    const typed = JSON.stringify({ id, rawId, type, response: Object.fromEntries(parts) })
    expect(await signIn(setting, { typed }, { now: NOW })).toMatchObject({ kind: 'signed-in' })
  })

  test('the audit tells of every sign-in and refusal, in a chain that holds', async () => {
    const { passkey, staffId } = await colleague(setting)
    await signInWith(setting, { passkey, behaviour: { isForged: true } })
    await signInWith(setting, { passkey })

    const entries = await setting.db
      .selectFrom('audit')
      .select(['actor', 'action', 'subject', 'detail'])
      .orderBy('seq')
      .execute()
    const by = { actor: `staff:${staffId}`, subject: `staff/${staffId}` }
    expect(entries.slice(-2)).toEqual([
      { ...by, action: 'sign-in-refused', detail: 'refused' },
      { ...by, action: 'signed-in', detail: '' },
    ])
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['staff-added', 'enrolment-link-made', 'passkey-enrolled', 'codes-made']),
    )
    expect(await verifyAudit(setting.db)).toMatchObject({ kind: 'whole' })
  })

  test('a proof is good for one sign-in', async () => {
    const { passkey } = await colleague(setting, { counts: false })
    const typed = passkey.get(await askToSignIn(setting))

    expect(await signIn(setting, { typed }, { now: NOW })).toMatchObject({ kind: 'signed-in' })
    expect(await signIn(setting, { typed }, { now: NOW })).toEqual({ kind: 'replayed' })
  })

  test('of the same proof sent many times at once, one gets in', async () => {
    const { passkey } = await colleague(setting, { counts: false })
    const typed = passkey.get(await askToSignIn(setting))
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => signIn(setting, { typed }, { now: NOW })))
    expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1)
  })

  test('a challenge that is not ours, is old, or was for something else is refused', async () => {
    const { passkey, session } = await colleague(setting)
    const options = await askToSignIn(setting)
    const foreign = makeChallenge(Buffer.alloc(32, 9), { act: 'sign-in', subject: '' }, NOW)
    const late = NOW + CHALLENGE_LIFETIME_MS

    const kinds = [
      await signIn(setting, { typed: passkey.get({ ...options, challenge: foreign }) }, { now: NOW }),
      await signIn(setting, { typed: passkey.get({ ...options, challenge: 'AAAA' }) }, { now: NOW }),
      await signIn(setting, { typed: passkey.get(options) }, { now: late }),
      await signIn(setting, { typed: passkey.get(await stepUpOptions(setting, session.id, NOW)) }, { now: NOW }),
    ].map(({ kind }) => kind)
    expect(kinds).toEqual(['forged', 'forged', 'expired', 'forged'])
  })

  test('a passkey that was copied is found out when its counter does not grow', async () => {
    const { passkey } = await colleague(setting)
    expect(await signInWith(setting, { passkey })).toMatchObject({ kind: 'signed-in' })
    passkey.setCounter(0)
    expect(await signInWith(setting, { passkey })).toEqual({ kind: 'copied-passkey' })
    passkey.setCounter(-1)
    expect(await signInWith(setting, { passkey })).toEqual({ kind: 'copied-passkey' })
  })

  test('a passkey that does not count works again and again', async () => {
    const { passkey } = await colleague(setting, { counts: false })
    expect(await signInWith(setting, { passkey })).toMatchObject({ kind: 'signed-in' })
    expect(await signInWith(setting, { passkey })).toMatchObject({ kind: 'signed-in' })
  })

  test('somebody who no longer works here is unknown, and what they had open is closed', async () => {
    const { passkey, staffId, token } = await colleague(setting)
    await disablePerson(setting, staffId, by)

    expect(await findVisit(setting, token, NOW)).toEqual({ kind: 'nobody' })
    expect(await signInWith(setting, { passkey })).toEqual({ kind: 'unknown-passkey' })
  })

  test.each(['', '{', '[]', '{"id":"a"}', JSON.stringify({ id: 'a'.repeat(20_000) })])(
    'what no passkey answers (%#) is refused in words',
    async (typed) => {
      expect(await signIn(setting, { typed }, { now: NOW })).toEqual({ kind: 'unreadable' })
    },
  )

  test('signing in ends the session the browser had, so a planted one is worth nothing', async () => {
    const { passkey, token } = await colleague(setting)
    const typed = passkey.get(await askToSignIn(setting))
    const outcome = await signIn(setting, { typed, tokenBefore: token }, { now: NOW })

    expect(outcome).not.toMatchObject({ token })
    expect(await findVisit(setting, token, NOW)).toEqual({ kind: 'nobody' })
  })

  test('a token that a stranger chose stays worth nothing after a sign-in', async () => {
    const { passkey } = await colleague(setting)
    const planted = 'A'.repeat(43)
    await signIn(setting, { typed: passkey.get(await askToSignIn(setting)), tokenBefore: planted }, { now: NOW })
    expect(await findVisit(setting, planted, NOW)).toEqual({ kind: 'nobody' })
  })

  test('of 50 wrong attempts at once as many are judged as the limit allows', async () => {
    const { passkey, staffId } = await colleague(setting)
    const options = await askToSignIn(setting)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        signIn(setting, { typed: passkey.get(options, { isForged: true }) }, { now: NOW }),
      ),
    )
    const judged = outcomes.filter(({ kind }) => kind === 'refused')
    expect(judged).toHaveLength(limitFor(staffId).attemptsMax)
    expect(outcomes.filter(({ kind }) => kind === 'too-many')).toHaveLength(50 - judged.length)
  })

  test('who reached the limit waits, and then gets in', async () => {
    const { passkey, staffId } = await colleague(setting)
    const { attemptsMax, windowMs } = limitFor(staffId)
    for (let attempt = 0; attempt < attemptsMax; attempt += 1)
      await signInWith(setting, { passkey, behaviour: { isForged: true } })

    expect(await signInWith(setting, { passkey })).toEqual({ kind: 'too-many' })
    expect(await signInWith(setting, { passkey, now: NOW + windowMs })).toMatchObject({ kind: 'signed-in' })
  })

  test('right attempts do not count towards the limit', async () => {
    const { passkey, staffId } = await colleague(setting)
    for (let attempt = 0; attempt < limitFor(staffId).attemptsMax + 5; attempt += 1)
      expect(await signInWith(setting, { passkey })).toMatchObject({ kind: 'signed-in' })
  })

  test('a stranger who tries without end keeps no member of staff out', async () => {
    const { passkey } = await colleague(setting)
    const stranger = makeAuthenticator({ origin: ORIGIN })
    const kinds = []
    for (let attempt = 0; attempt <= limitForStrangers.attemptsMax; attempt += 1)
      kinds.push((await signInWith(setting, { passkey: stranger })).kind)

    expect(new Set(kinds)).toEqual(new Set(['unknown-passkey', 'too-many']))
    expect(kinds.at(-1)).toBe('too-many')
    expect(await signInWith(setting, { passkey })).toMatchObject({ kind: 'signed-in' })
  })

  test('a fresh proof makes a session fresh again, under a new token', async () => {
    const { passkey, token } = await colleague(setting)
    const later = NOW + STEP_UP_MS
    const session = await sessionOf(setting, token, later)
    expect(session.isSteppedUp).toBe(false)

    const typed = passkey.get(await stepUpOptions(setting, session.id, later))
    const outcome = await stepUp(setting, { typed, session }, { now: later })
    expect(await findVisit(setting, token, later)).toEqual({ kind: 'nobody' })
    expect(await sessionOf(setting, (outcome as { token: string }).token, later)).toEqual({
      ...session,
      isSteppedUp: true,
    })
  })

  test("another person's passkey makes nobody's session fresh", async () => {
    const mine = await colleague(setting)
    const theirs = await colleague(setting, { name: 'Somebody else' })
    const typed = theirs.passkey.get(await stepUpOptions(setting, mine.session.id, NOW))
    expect(await stepUp(setting, { typed, session: mine.session }, { now: NOW })).toEqual({ kind: 'unknown-passkey' })
  })

  test('a fresh proof for one session is no proof for another', async () => {
    const { passkey, session } = await colleague(setting)
    const other = (await signInWith(setting, { passkey })) as { token: string }
    const typed = passkey.get(await stepUpOptions(setting, session.id, NOW))
    const outcome = await stepUp(setting, { typed, session: await sessionOf(setting, other.token) }, { now: NOW })
    expect(outcome).toEqual({ kind: 'forged' })
  })
})
