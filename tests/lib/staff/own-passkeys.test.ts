import { beforeEach, describe, expect, test } from 'vitest'
import { addingOptions, addPasskey, removePasskey } from '#lib/staff/own-passkeys.ts'
import { listPasskeys, PASSKEYS_MAX } from '#lib/staff/passkey-store.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import { findVisit, type OwnSession } from '#lib/staff/session.ts'
import { makeAuthenticator } from '#tests/support/authenticator.ts'
import { eachEngine } from '#tests/support/database.ts'
import { colleague, NOW, newcomer, ORIGIN, settingOn, signInWith } from '#tests/support/staff.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })

  async function addTo(session: OwnSession, passkey = makeAuthenticator({ origin: ORIGIN })) {
    const typed = passkey.create(await addingOptions(setting, { ...session, isSteppedUp: true }, NOW))
    return addPasskey(setting, session, { typed, label: '  Second\u202e \n key ' }, NOW)
  }

  test('a second passkey opens the inbox, and signs in', async () => {
    const { session, token } = await newcomer(setting)
    const second = makeAuthenticator({ origin: ORIGIN })
    expect(await addTo(session, second)).toBe('added')
    expect(await findVisit(setting, token, NOW)).toMatchObject({ kind: 'staff' })
    expect(await signInWith(setting, { passkey: second })).toMatchObject({ kind: 'signed-in' })
  })

  test('its name is kept on one line, without signs that turn text around', async () => {
    const { session, staffId } = await newcomer(setting)
    await addTo(session)
    expect((await listPasskeys(setting, staffId)).map(({ label }) => label)).toContain('Second key')
  })

  test('without a fresh proof nothing is added and nothing removed', async () => {
    const { session, passkey } = await newcomer(setting)
    const stale = { ...session, isSteppedUp: false }
    expect(await addTo(stale)).toBe('not-fresh')
    expect(await removePasskey(setting, stale, passkey.id, NOW)).toBe('not-fresh')
  })

  test('there is an end to how many one person can have', async () => {
    const { session } = await newcomer(setting)
    for (let count = 1; count < PASSKEYS_MAX; count += 1) await addTo(session)
    expect(await addTo(session)).toBe('enough-passkeys')
  })

  test('a removed passkey opens nothing, and the last cannot be removed', async () => {
    const { session, passkey, staffId } = await newcomer(setting)
    await addTo(session)
    expect(await removePasskey(setting, session, passkey.id, NOW)).toBe('removed')
    expect(await signInWith(setting, { passkey })).toEqual({ kind: 'unknown-passkey' })

    const [last] = await listPasskeys(setting, staffId)
    expect(await removePasskey(setting, session, last?.id ?? '', NOW)).toBe('last-passkey')
  })

  test("nobody removes another person's passkey", async () => {
    const mine = await colleague(setting)
    const theirs = await colleague(setting, { name: 'Somebody else' })
    expect(await removePasskey(setting, mine.session, theirs.passkey.id, NOW)).toBe('not-found')
    expect(await signInWith(setting, { passkey: theirs.passkey })).toMatchObject({ kind: 'signed-in' })
  })
})
