import { describe, expect, test } from 'vitest'
import type { Db, Schema } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { type HealthReason, healthFor, healthReasons, watchHealth } from '#lib/health.ts'
import { noteRun } from '#lib/schedule/pulse.ts'
import { eachEngine } from '#tests/support/database.ts'
import { makeClock, oweDeliveries } from '#tests/support/delivery.ts'
import { MONDAY_AT_TEN, officeHours } from '#tests/support/hours.ts'

const NOW = MONDAY_AT_TEN + 5 * HOUR_MS

async function healthOf(db: Db, { now = NOW, steadyNow = makeClock(0).now } = {}) {
  await noteRun(db, now)
  return watchHealth({ db, hours: () => officeHours, alarmWorkingMs: 4 * HOUR_MS, now: () => now, steadyNow })()
}

/** An inquiry that came just now, whose e-mail is sent. */
async function makeCalm(db: Db, change: Partial<Schema['delivery']> = {}) {
  await oweDeliveries(db, 1, NOW)
  await db
    .updateTable('delivery')
    .set({ state: 'sent', settled_at: NOW, ...change })
    .execute()
}

test('is down as soon as one reason says so, and degraded by any other', () => {
  expect(healthFor([])).toEqual({ status: 'ok', reasons: [] })
  expect(healthFor(['attention']).status).toBe('degraded')
  expect(healthFor(['attention', 'storage-failing']).status).toBe('down')
})

test('every reason has a sentence', () => {
  for (const { words } of Object.values(healthReasons)) expect(words).toMatch(/^[A-Z].*[.?]$/)
})

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('nothing is wrong with a deployment that does its work', async () => {
    const { db } = await makeDatabase()
    await makeCalm(db)
    expect(await healthOf(db)).toEqual({ status: 'ok', reasons: [] })
  })

  const wrongs: [HealthReason, string, (db: Db) => Promise<unknown>][] = [
    [
      'delivery-paused',
      'the mail service refuses us',
      (db) =>
        db
          .insertInto('pause')
          .values({ name: 'email', reason: 'invalid-api-key', since: NOW, until: NOW + MINUTE_MS })
          .execute(),
    ],
    ['delivery-late', 'nobody delivers', (db) => oweDeliveries(db, 1, NOW - 15 * MINUTE_MS)],
    [
      'delivery-late',
      'it is tried in vain',
      (db) => makeCalm(db, { state: 'pending', first_attempt_at: NOW - HOUR_MS, next_attempt_at: NOW + MINUTE_MS }),
    ],
    ['attention', 'an e-mail was given up', (db) => makeCalm(db, { state: 'attention' })],
    ['attention', 'an e-mail bounced', (db) => makeCalm(db, { fate: 'bounced', fate_at: NOW })],
    [
      'attention',
      'an e-mail about no single inquiry was given up',
      (db) => makeCalm(db, { state: 'attention', inquiry_id: null }),
    ],
    [
      'unopened',
      'nobody opened it in four working hours',
      async (db) => {
        await oweDeliveries(db, 1, NOW - 4 * HOUR_MS)
        await db.updateTable('delivery').set({ state: 'sent', settled_at: NOW }).execute()
      },
    ],
    [
      'backup-old',
      'no backup came for more than a day',
      (db) =>
        db
          .insertInto('watermark')
          .values({ name: 'backup', at: NOW - 27 * HOUR_MS })
          .execute(),
    ],
  ]
  test.each(wrongs)('%s: %s', async (reason, _, makeWrong) => {
    const { db } = await makeDatabase()
    await makeWrong(db)
    expect(await healthOf(db)).toEqual({ status: 'degraded', reasons: [reason] })
  })

  const rights: [string, (db: Db) => Promise<unknown>][] = [
    ['a receipt that bounced is its reader’s own', (db) => makeCalm(db, { kind: 'receipt', fate: 'bounced' })],
    [
      'an e-mail that was given up needs nobody once the inquiry is open',
      async (db) => {
        await makeCalm(db, { state: 'attention' })
        await db.updateTable('inquiry').set({ opened_at: NOW }).execute()
      },
    ],
    [
      'an e-mail about no single inquiry is forgotten after a day',
      (db) => makeCalm(db, { state: 'attention', inquiry_id: null, settled_at: NOW - 25 * HOUR_MS }),
    ],
    ['a held e-mail is not owed', (db) => makeCalm(db, { state: 'held', next_attempt_at: NOW - HOUR_MS })],
    [
      'a backup of last night is young enough',
      (db) =>
        db
          .insertInto('watermark')
          .values({ name: 'backup', at: NOW - 20 * HOUR_MS })
          .execute(),
    ],
  ]
  test.each(rights)('all is well: %s', async (_, make) => {
    const { db } = await makeDatabase()
    await make(db)
    expect(await healthOf(db)).toEqual({ status: 'ok', reasons: [] })
  })

  test('a night is not counted as waiting', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, Date.parse('2026-11-22T20:00-05:00'))
    await db.updateTable('delivery').set({ state: 'sent', settled_at: NOW }).execute()
    expect((await healthOf(db, { now: Date.parse('2026-11-23T12:30-05:00') })).reasons).toEqual([])
    expect((await healthOf(db, { now: Date.parse('2026-11-23T13:00-05:00') })).reasons).toEqual(['unopened'])
  })

  test('a schedule that is silent for minutes is named, but not while everything starts', async () => {
    const { db } = await makeDatabase()
    const steady = makeClock(0)
    const wall = makeClock(NOW)
    const look = watchHealth({
      db,
      hours: () => officeHours,
      alarmWorkingMs: HOUR_MS,
      now: wall.now,
      steadyNow: steady.now,
    })
    expect((await look()).reasons).toEqual([])
    steady.forward(4 * MINUTE_MS)
    expect((await look()).reasons).toEqual(['schedule-stopped'])
    await noteRun(db, NOW)
    steady.forward(1000)
    expect((await look()).reasons).toEqual([])
    wall.forward(4 * MINUTE_MS)
    steady.forward(1000)
    expect((await look()).reasons).toEqual(['schedule-stopped'])
  })

  test('a database that cannot be used is down, and says no more than that', async () => {
    const { db } = await makeDatabase()
    const failures: unknown[] = []
    await db.schema.dropTable('probe').execute()
    const look = watchHealth({
      db,
      hours: () => officeHours,
      alarmWorkingMs: HOUR_MS,
      onFailure: (error) => failures.push(error),
    })
    expect(await look()).toEqual({ status: 'down', reasons: ['storage-failing'] })
    expect(failures).toHaveLength(1)
  })

  test('a thousand questions at once are one look', async () => {
    const { db } = await makeDatabase()
    let looks = 0
    const look = watchHealth({
      db,
      hours: () => {
        looks += 1
        return officeHours
      },
      alarmWorkingMs: HOUR_MS,
    })
    await oweDeliveries(db, 1)
    await Promise.all(Array.from({ length: 1000 }, look))
    expect(looks).toBe(1)
  })
})
