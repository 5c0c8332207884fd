import { beforeEach, describe, expect, test } from 'vitest'
import { openEnrolment } from '#lib/staff/enrol.ts'
import { firstManagerLink } from '#lib/staff/first-manager.ts'
import { addByManager, disableByManager, linkByManager } from '#lib/staff/manage.ts'
import { addPerson, disablePerson, findPerson, listPeople } from '#lib/staff/people.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import type { ManagerSession } from '#lib/staff/session.ts'
import { makeAuthenticator } from '#tests/support/authenticator.ts'
import { eachEngine } from '#tests/support/database.ts'
import { colleague, enrolWith, NOW, ORIGIN, settingOn, signInWith } from '#tests/support/staff.ts'

const by = { actor: 'command', now: NOW } as const

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })
  const linkNow = (now = NOW) => firstManagerLink(setting, { staffOrigin: ORIGIN, now })
  const tokenOf = (made: { url: string } | undefined) => made?.url.split('/').at(-1) ?? ''

  test('a name is used once among those who work here, in whatever capitals', async () => {
    const added = await addPerson(setting, { name: ' Front   desk ', role: 'staff' }, by)
    expect(added).toMatchObject({ kind: 'added', name: 'Front desk' })
    expect(await addPerson(setting, { name: 'FRONT DESK', role: 'staff' }, by)).toEqual({ kind: 'name-taken' })
    expect(await addPerson(setting, { name: ' \n', role: 'staff' }, by)).toEqual({ kind: 'no-name' })
  })

  test('a name is free again when its holder no longer works here', async () => {
    const { staffId } = await colleague(setting)
    await disablePerson(setting, staffId, by)
    expect(await findPerson(setting, 'Front desk')).toBeUndefined()
    expect(await addPerson(setting, { name: 'Front desk', role: 'staff' }, by)).toMatchObject({ kind: 'added' })
    expect(await disablePerson(setting, staffId, by)).toBe('not-found')
  })

  test('the list says who works here, with how many passkeys and when they were last here', async () => {
    const { passkey } = await colleague(setting)
    await signInWith(setting, { passkey, now: NOW + 5 })
    const gone = await colleague(setting, { name: 'A former colleague' })
    await disablePerson(setting, gone.staffId, by)

    expect(await listPeople(setting)).toMatchObject([
      { name: 'Front desk', role: 'staff', passkeys: 1, seenAt: NOW + 5, disabledAt: null },
      { name: 'A former colleague', passkeys: 0, disabledAt: NOW },
    ])
  })

  test('as long as nobody can sign in, each start makes a link for the first manager and ends the one before', async () => {
    const first = await linkNow()
    const second = await linkNow(NOW + 1000)
    expect(second?.url).toMatch(/^https:\/\/inbox\.clinic\.test\/staff\/enrol\/[\w-]{43}$/)
    expect(await openEnrolment(setting, tokenOf(first), NOW)).toEqual({ kind: 'unknown-link' })

    const passkey = makeAuthenticator({ origin: ORIGIN })
    expect(await enrolWith(setting, { token: tokenOf(second), passkey })).toMatchObject({ kind: 'signed-in' })
    expect(await listPeople(setting)).toMatchObject([{ role: 'manager' }])
    expect(await linkNow()).toBeUndefined()
  })

  test('servers that start at once add one manager', async () => {
    await Promise.all([linkNow(), linkNow(), linkNow()])
    expect(await listPeople(setting)).toHaveLength(1)
  })

  test('a manager adds somebody, makes another link and takes access away', async () => {
    const manager = await colleague(setting, { name: 'Manager', role: 'manager' })
    const session = manager.session as ManagerSession
    const added = await addByManager(setting, session, { name: 'New', role: 'staff' }, NOW)
    if (typeof added === 'string') throw new Error(added)
    expect(await openEnrolment(setting, added.token, NOW)).toMatchObject({ kind: 'open', name: 'New' })

    const { id = '' } = (await findPerson(setting, 'New')) ?? {}
    expect(await linkByManager(setting, session, id, NOW)).toMatchObject({ token: expect.any(String) })
    expect(await disableByManager(setting, session, id, NOW)).toBe('disabled')
    expect(await linkByManager(setting, session, id, NOW)).toBe('not-found')
  })

  test('a manager without a fresh proof changes nothing, and nobody locks themselves out', async () => {
    const { session, staffId } = await colleague(setting, { name: 'Manager', role: 'manager' })
    const stale = { ...session, isSteppedUp: false } as ManagerSession
    expect(await addByManager(setting, stale, { name: 'New', role: 'manager' }, NOW)).toBe('not-fresh')
    expect(await linkByManager(setting, stale, staffId, NOW)).toBe('not-fresh')
    expect(await disableByManager(setting, stale, staffId, NOW)).toBe('not-fresh')
    expect(await disableByManager(setting, session as ManagerSession, staffId, NOW)).toBe('own-access')
  })
})
