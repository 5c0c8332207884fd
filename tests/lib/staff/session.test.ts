import { beforeEach, describe, expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/duration.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import {
  findVisit,
  IDLE_MS_MAX,
  keepAwake,
  SESSION_MS_MAX,
  STEP_UP_MS,
  sessionCookie,
  sessionTokenIn,
} from '#lib/staff/session.ts'
import { endSessions, listSessions } from '#lib/staff/session-list.ts'
import { eachEngine } from '#tests/support/database.ts'
import { colleague, NOW, sessionOf, settingOn, signInWith } from '#tests/support/staff.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })
  const kindAt = async (token: string, now: number) => (await findVisit(setting, token, now)).kind

  test('nobody is signed in without a token of ours', async () => {
    const { token, session } = await colleague(setting)
    const stored = await setting.db.selectFrom('session').select('hash').executeTakeFirstOrThrow()
    for (const worthless of [undefined, '', 'A'.repeat(43), session.id, stored.hash, `${token} `])
      expect(await findVisit(setting, worthless, NOW)).toEqual({ kind: 'nobody' })
  })

  test('a session sleeps after 30 minutes without use', async () => {
    const { token } = await colleague(setting)
    expect(await kindAt(token, NOW + IDLE_MS_MAX - 1)).toBe('staff')
    expect(await kindAt(token, NOW + IDLE_MS_MAX)).toBe('nobody')
  })

  test('use keeps it awake, for 12 hours at most', async () => {
    const { token, session } = await colleague(setting)
    let now = NOW
    for (; now < NOW + SESSION_MS_MAX - 20 * MINUTE_MS; now += 20 * MINUTE_MS) {
      await keepAwake(setting.db, session, now)
      expect(await kindAt(token, now)).toBe('staff')
    }
    await keepAwake(setting.db, session, now)
    expect(await kindAt(token, NOW + SESSION_MS_MAX - 1)).toBe('staff')
    expect(await kindAt(token, NOW + SESSION_MS_MAX)).toBe('nobody')
  })

  test('looking alone does not keep it awake', async () => {
    const { token } = await colleague(setting)
    await kindAt(token, NOW + 20 * MINUTE_MS)
    expect(await kindAt(token, NOW + 31 * MINUTE_MS)).toBe('nobody')
  })

  test('a proof is fresh for five minutes', async () => {
    const { token } = await colleague(setting)
    expect((await sessionOf(setting, token, NOW + STEP_UP_MS - 1)).isSteppedUp).toBe(true)
    expect((await sessionOf(setting, token, NOW + STEP_UP_MS)).isSteppedUp).toBe(false)
  })

  test('a person sees where they are signed in, and nobody else does', async () => {
    const { passkey, session } = await colleague(setting)
    await colleague(setting, { name: 'Somebody else' })
    await signInWith(setting, { passkey, now: NOW + MINUTE_MS })

    expect(await listSessions(setting.db, session, NOW + MINUTE_MS)).toEqual([
      { id: session.id, device: 'My phone', createdAt: NOW, seenAt: NOW, isThis: true },
      expect.objectContaining({ createdAt: NOW + MINUTE_MS, isThis: false }),
    ])
  })

  test('an ended session opens nothing from that moment on', async () => {
    const { passkey, session, token } = await colleague(setting)
    const other = (await signInWith(setting, { passkey })) as { token: string }
    const { id } = await sessionOf(setting, other.token)

    expect(await endSessions(setting.db, session, { id }, NOW)).toBe(1)
    expect([await kindAt(other.token, NOW), await kindAt(token, NOW)]).toEqual(['nobody', 'staff'])
  })

  test('all others can be ended at once', async () => {
    const { passkey, session, token } = await colleague(setting)
    for (let time = 0; time < 3; time += 1) await signInWith(setting, { passkey })
    expect(await endSessions(setting.db, session, 'all-others', NOW)).toBe(3)
    expect(await kindAt(token, NOW)).toBe('staff')
  })

  test("nobody can end another person's session", async () => {
    const mine = await colleague(setting)
    const theirs = await colleague(setting, { name: 'Somebody else' })
    expect(await endSessions(setting.db, mine.session, { id: theirs.session.id }, NOW)).toBe(0)
    expect(await kindAt(theirs.token, NOW)).toBe('staff')
  })
})

test('over https the cookie is bound to this host, hidden from scripts and from other sites', () => {
  const cookie = sessionCookie('secret', true)
  expect(cookie).toBe('__Host-staff=secret; Path=/; HttpOnly; SameSite=Strict; Secure')
  expect(sessionTokenIn('a=b; __Host-staff=secret', true)).toBe('secret')
})

test('over https a cookie under the plain name, which other hosts can set, is not looked at', () => {
  expect(sessionTokenIn('staff=planted', true)).toBeUndefined()
})

test('on this machine the cookie needs no https', () => {
  expect(sessionCookie('secret', false)).toBe('staff=secret; Path=/; HttpOnly; SameSite=Strict')
  expect(sessionTokenIn('staff=secret', false)).toBe('secret')
})
