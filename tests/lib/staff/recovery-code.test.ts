import { beforeEach, describe, expect, test } from 'vitest'
import { limitForStrangers } from '#lib/staff/limiter.ts'
import { disablePerson } from '#lib/staff/people.ts'
import { countCodes, keepCodes, makeCodeSheet, readCode, recover } from '#lib/staff/recovery-code.ts'
import type { Setting } from '#lib/staff/relying-party.ts'
import { findVisit } from '#lib/staff/session.ts'
import { makeAuthenticator } from '#tests/support/authenticator.ts'
import { eachEngine } from '#tests/support/database.ts'
import { colleague, enrolWith, NOW, newcomer, ORIGIN, settingOn } from '#tests/support/staff.ts'

const CODE = /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  let setting: Setting
  beforeEach(async () => {
    setting = settingOn((await makeDatabase()).db)
  })

  test('a sheet has ten different codes without letters that look alike', async () => {
    const { session } = await newcomer(setting)
    const { codes } = makeCodeSheet(setting, session, NOW)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(CODE)
  })

  test('codes work only after the person said that they are on paper, and open the inbox then', async () => {
    const { session, token } = await newcomer(setting)
    const { challenge, codes } = makeCodeSheet(setting, session, NOW)
    expect(await recover(setting, codes[0] ?? '', { now: NOW })).toEqual({ kind: 'unknown-code' })

    expect(await keepCodes(setting, session, challenge, NOW)).toBe('kept')
    expect(await countCodes(setting, session)).toBe(10)
    expect(await findVisit(setting, token, NOW)).toMatchObject({ kind: 'staff' })
  })

  test('a code lets its holder make a new passkey, and opens nothing by itself', async () => {
    const { codes } = await colleague(setting)
    const outcome = await recover(setting, ` ${codes[3]?.toLowerCase().replaceAll('-', ' ')} `, { now: NOW })
    if (outcome.kind !== 'recovered') throw new Error(outcome.kind)

    expect(await findVisit(setting, outcome.token, NOW)).toEqual({ kind: 'nobody' })
    const passkey = makeAuthenticator({ origin: ORIGIN })
    expect(await enrolWith(setting, { token: outcome.token, passkey })).toMatchObject({ kind: 'signed-in' })
  })

  test('a code works once, also when it is used twice at once', async () => {
    const { codes, session } = await colleague(setting)
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => recover(setting, codes[0] ?? '', { now: NOW })))
    expect(outcomes.filter(({ kind }) => kind === 'recovered')).toHaveLength(1)
    expect(await countCodes(setting, session)).toBe(9)
  })

  test('new codes end the old ones', async () => {
    const { session, codes } = await colleague(setting)
    const { challenge } = makeCodeSheet(setting, session, NOW)
    await keepCodes(setting, session, challenge, NOW)
    expect(await recover(setting, codes[0] ?? '', { now: NOW })).toEqual({ kind: 'unknown-code' })
  })

  test('codes are stored nowhere', async () => {
    const { codes } = await colleague(setting)
    const stored = JSON.stringify(await setting.db.selectFrom('recovery_code').selectAll().execute())
    for (const code of codes) expect(stored).not.toContain(code)
  })

  test('a sheet is kept once, by the session it was made for, and only freshly proven', async () => {
    const { session } = await newcomer(setting)
    const { challenge } = makeCodeSheet(setting, session, NOW)
    const other = { ...session, id: 'another session' }

    expect(await keepCodes(setting, { ...session, isSteppedUp: false }, challenge, NOW)).toBe('not-fresh')
    expect(await keepCodes(setting, other, challenge, NOW)).toBe('forged')
    expect(await keepCodes(setting, session, 'A'.repeat(72), NOW)).toBe('forged')
    expect(await keepCodes(setting, session, challenge, NOW)).toBe('kept')
    expect(await keepCodes(setting, session, challenge, NOW)).toBe('replayed')
  })

  test('the codes of somebody who no longer works here open nothing', async () => {
    const { codes, staffId } = await colleague(setting)
    await disablePerson(setting, staffId, { actor: 'command', now: NOW })
    expect(await recover(setting, codes[0] ?? '', { now: NOW })).toEqual({ kind: 'unknown-code' })
  })

  test('guessing codes ends at the limit, however many guess at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, number) => recover(setting, `guess ${number}`, { now: NOW })),
    )
    expect(outcomes.filter(({ kind }) => kind === 'unknown-code')).toHaveLength(limitForStrangers.attemptsMax)
  })

  test('a stranger who guesses without end keeps nobody out who has a code on paper', async () => {
    const { codes } = await colleague(setting)
    for (let guess = 0; guess <= limitForStrangers.attemptsMax; guess += 1)
      await recover(setting, `guess ${guess}`, { now: NOW })
    expect(await recover(setting, 'one more guess', { now: NOW })).toEqual({ kind: 'too-many' })
    expect(await recover(setting, codes[0] ?? '', { now: NOW })).toMatchObject({ kind: 'recovered' })
  })
})

test.each([
  ['7f3k2 9mxqt-4hdwa/pz6nr', '7F3K2-9MXQT-4HDWA-PZ6NR'],
  ['OIL00 OIL00 OIL00 OIL00', '01100-01100-01100-01100'],
  ['', ''],
])('"%s" is read as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})
