import { beforeEach, describe, expect, test } from 'vitest'
import { enrolPasskey } from '#lib/staff/enrol.ts'
import { findEnrolment } from '#lib/staff/enrolment.ts'
import { firstManagerLink } from '#lib/staff/first-manager.ts'
import { staffKeyFrom, withMac } from '#lib/staff/mac.ts'
import { linkByManager } from '#lib/staff/manage.ts'
import { requestOptions } from '#lib/staff/passkey-check.ts'
import { disablePerson, listPeople } from '#lib/staff/people.ts'
import { countCodes, recover } from '#lib/staff/recovery-code.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import { findVisit, type ManagerSession, STEP_UP_MS } from '#lib/staff/session.ts'
import { stepUp } from '#lib/staff/sign-in.ts'
import { startOver } from '#lib/staff/start-over.ts'
import { hashOf, makeToken } from '#lib/staff/token.ts'
import { eachEngine } from '#tests/support/database.ts'
import { colleague, inviteTo, NOW, newcomer, ORIGIN, sessionOf, settingOn, signInWith } from '#tests/support/staff.ts'

const by = { actor: 'command', now: NOW } as const
const token = makeToken()
type Marked = { hash: string; id: string; staff_id: string; created_at: number }

describe.each(eachEngine)('on $engine, whoever writes to the database without the key', ({ makeDatabase }) => {
  let setting: Setting
  /** The same database, with marks made under another key. */
  let forger: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
    forger = { ...setting, staffKey: staffKeyFrom(Buffer.alloc(32, 8)) }
  })
  const auditDetails = async () =>
    (await setting.db.selectFrom('audit').select('detail').orderBy('seq').execute()).map(({ detail }) => detail)

  test.each([
    ['no mark', () => ''],
    ['a mark of another key', (row: Marked) => withMac(forger.staffKey, 'session', row).mac],
  ])('opens nothing with a session that has %s', async (_what, markOf) => {
    const { staffId } = await colleague(setting)
    const row = { hash: hashOf(token), id: 'forged', staff_id: staffId, created_at: NOW, seen_at: NOW }
    const session = { ...row, stepped_up_at: NOW, device: 'A forger', mac: markOf(row) }
    await setting.db.insertInto('session').values(session).execute()
    expect(await findVisit(setting, token, NOW)).toEqual({ kind: 'nobody' })
  })

  test('opens nothing more by giving a session to somebody else, or by making it younger', async () => {
    const mine = await colleague(setting)
    const boss = await colleague(setting, { name: 'Manager', role: 'manager' })
    const change = (values: { staff_id: string } | { created_at: number }) =>
      setting.db.updateTable('session').set(values).where('id', '=', mine.session.id).execute()

    await change({ staff_id: boss.staffId })
    expect(await findVisit(setting, mine.token, NOW)).toEqual({ kind: 'nobody' })
    await change({ staff_id: mine.staffId })
    expect(await findVisit(setting, mine.token, NOW)).toMatchObject({ kind: 'staff' })
    await change({ created_at: NOW + 1 })
    expect(await findVisit(setting, mine.token, NOW)).toEqual({ kind: 'nobody' })
  })

  test('enrols nobody with a link', async () => {
    const { staffId } = await colleague(setting)
    const link = { hash: hashOf(token), staff_id: staffId, expires_at: NOW + 60_000, used_at: null, mac: '' }
    await setting.db.insertInto('enrolment').values(link).execute()
    expect(await findEnrolment(setting, token, NOW)).toEqual({ kind: 'unknown' })
    expect(await enrolPasskey(setting, { token, typed: '', label: '' }, { now: NOW })).toEqual({ kind: 'unknown-link' })
  })

  test('gives no way back with a recovery code, and prepares nobody', async () => {
    const { staffId, token: own, session } = await newcomer(setting)
    const code = 'AAAAA-AAAAA-AAAAA-AAAAA'
    const row = { hash: hashOf(code), staff_id: staffId, created_at: NOW, used_at: null, mac: '' }
    await setting.db.insertInto('recovery_code').values(row).execute()
    expect(await recover(setting, code, { now: NOW })).toEqual({ kind: 'unknown-code' })
    expect(await countCodes(setting, session)).toBe(0)
    expect(await findVisit(setting, own, NOW)).toMatchObject({ kind: 'unprepared' })
  })

  test('signs nobody in with a passkey, and the audit tells of it', async () => {
    const forged = await newcomer(forger, { name: 'Forger' })
    expect(await signInWith(forger, forged)).toMatchObject({ kind: 'signed-in' })
    expect(await signInWith(setting, forged)).toEqual({ kind: 'unknown-passkey' })
    expect((await auditDetails()).at(-1)).toBe('forged-row')
  })

  test.each(['staff_id', 'public_key'] as const)('cannot change the %s of a passkey', async (column) => {
    const mine = await colleague(setting)
    const boss = await colleague(setting, { name: 'Manager', role: 'manager' })
    const stranger = await colleague(setting, { name: 'Other' })
    const { public_key } = await setting.db
      .selectFrom('passkey')
      .select('public_key')
      .where('id', '=', stranger.passkey.id)
      .executeTakeFirstOrThrow()
    const changed = column === 'staff_id' ? { staff_id: boss.staffId } : { public_key }
    await setting.db.updateTable('passkey').set(changed).where('id', '=', mine.passkey.id).execute()
    expect(await signInWith(setting, mine)).toEqual({ kind: 'unknown-passkey' })
  })

  test('steps nobody up with a passkey', async () => {
    const mine = await colleague(setting)
    await setting.db.updateTable('passkey').set({ mac: '' }).where('id', '=', mine.passkey.id).execute()
    const later = NOW + STEP_UP_MS
    const session = await sessionOf(setting, mine.token, later)
    const options = await requestOptions(setting, { purpose: { act: 'step-up', subject: session.id } }, later)
    const outcome = await stepUp(setting, { typed: mine.passkey.get(options), session }, { now: later })
    expect(outcome).toEqual({ kind: 'unknown-passkey' })
    expect((await auditDetails()).at(-1)).toBe('forged-row')
  })

  test.each([
    ['promote', { role: 'manager' }],
    ['give the name of another', { name: 'Manager' }],
  ] as const)('makes no manager of anybody: whom they %s opens nothing at all', async (_what, changed) => {
    const mine = await colleague(setting)
    await setting.db.updateTable('staff').set(changed).where('id', '=', mine.staffId).execute()
    expect(await findVisit(setting, mine.token, NOW)).toEqual({ kind: 'nobody' })
    expect(await signInWith(setting, mine)).toEqual({ kind: 'unknown-passkey' })
    expect(await recover(setting, mine.codes[0] ?? '', { now: NOW })).toEqual({ kind: 'unknown-code' })
  })

  test('brings nobody back whose access was taken away', async () => {
    const gone = await colleague(setting)
    const rows = await setting.db.selectFrom('passkey').selectAll().execute()
    await disablePerson(setting, gone.staffId, by)
    await setting.db.updateTable('staff').set({ disabled_at: null }).where('id', '=', gone.staffId).execute()
    await setting.db.insertInto('passkey').values(rows).execute()
    expect(await signInWith(setting, gone)).toEqual({ kind: 'unknown-passkey' })
  })

  test('cannot have a manager make a link for a person they added', async () => {
    const boss = await colleague(setting, { name: 'Manager', role: 'manager' })
    const { staffId } = await inviteTo(forger, { name: 'Forged', role: 'manager' })
    expect(await linkByManager(setting, boss.session as ManagerSession, staffId, NOW)).toBe('not-found')
    expect(await listPeople(setting)).toMatchObject([{ isBelieved: false }, { name: 'Manager', isBelieved: true }])
  })

  test('does not keep the first manager out with rows of their own', async () => {
    await colleague(forger, { name: 'Forged', role: 'manager' })
    expect(await firstManagerLink(setting, { staffOrigin: ORIGIN, now: NOW })).toMatchObject({ name: 'Manager' })
  })
})

describe.each(eachEngine)('on $engine, under a new index key', ({ makeDatabase }) => {
  const tokenIn = (url = '') => url.split('/').at(-1) ?? ''

  test('nobody is signed in, the first manager gets a link again, and others start over as staff', async () => {
    const before = settingOn((await makeDatabase()).db)
    const first = await firstManagerLink(before, { staffOrigin: ORIGIN, now: NOW })
    expect(await findEnrolment(before, tokenIn(first?.url), NOW)).toMatchObject({ kind: 'open' })
    const doctor = await colleague(before, { name: 'Dr. Example', role: 'manager' })
    expect(await firstManagerLink(before, { staffOrigin: ORIGIN, now: NOW })).toBeUndefined()

    const after = { ...before, staffKey: staffKeyFrom(Buffer.alloc(32, 8)) }
    expect(await findVisit(after, doctor.token, NOW)).toEqual({ kind: 'nobody' })
    const again = await firstManagerLink(after, { staffOrigin: ORIGIN, now: NOW })
    expect(await findEnrolment(after, tokenIn(again?.url), NOW)).toMatchObject({ kind: 'open', name: 'Manager' })

    expect(await startOver(after, { id: doctor.staffId, role: 'staff' }, by)).toBe(true)
    expect(await startOver(after, { id: doctor.staffId, role: 'staff' }, by)).toBe(false)
    const { session } = await colleague(after, { name: 'New', role: 'manager' })
    const link = await linkByManager(after, session as ManagerSession, doctor.staffId, NOW)
    expect(link).toMatchObject({ token: expect.any(String) })
    expect(await listPeople(after)).toMatchObject([
      { name: 'Dr. Example', role: 'staff', passkeys: 0, isBelieved: true },
      { name: 'Manager', role: 'manager', isBelieved: true },
      { name: 'New', role: 'manager', passkeys: 1 },
    ])
  })
})
