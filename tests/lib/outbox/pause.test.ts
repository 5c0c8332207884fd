import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { beginPause, endPause, findPause, takeProbe } from '#lib/outbox/pause.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'

const QUARTER_MS = 15 * MINUTE_MS
const MIDNIGHT = Date.parse('2026-11-22T00:00:00Z')
const refused = { reason: 'invalid-api-key', now: START }
const usedUp = { reason: 'daily-quota-exceeded', untilNextDay: true, now: START }

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('a refusal of everything pauses for a quarter of an hour', async () => {
    const { db } = await makeDatabase()
    expect(await findPause(db, START)).toBeUndefined()

    await beginPause(db, refused)
    expect(await findPause(db, START)).toEqual({ reason: 'invalid-api-key', since: START, until: START + QUARTER_MS })
  })

  test('a daily quota pauses until midnight UTC', async () => {
    const { db } = await makeDatabase()
    await beginPause(db, usedUp)
    expect(await findPause(db, START)).toMatchObject({ until: MIDNIGHT })
    expect(await takeProbe(db, MIDNIGHT - 1)).toBe(false)
    expect(await takeProbe(db, MIDNIGHT)).toBe(true)
  })

  test('a quota that is said to be used up just after midnight does not cost the whole new day', async () => {
    const { db } = await makeDatabase()
    const now = MIDNIGHT + MINUTE_MS
    await beginPause(db, { ...usedUp, now })
    expect(await findPause(db, now)).toMatchObject({ until: now + QUARTER_MS })
  })

  test('a try just before midnight keeps the others waiting as long as any', async () => {
    const { db } = await makeDatabase()
    await beginPause(db, { ...usedUp, now: START })
    const now = MIDNIGHT + 23.9 * HOUR_MS
    expect(await takeProbe(db, now)).toBe(true)
    expect(await takeProbe(db, now + MINUTE_MS)).toBe(false)
  })

  test('of fifty who want to try at the end of a pause, one may', async () => {
    const { db } = await makeDatabase()
    await beginPause(db, refused)
    const now = START + QUARTER_MS

    const tried = await Promise.all(Array.from({ length: 50 }, () => takeProbe(db, now)))
    expect(tried.filter(Boolean)).toHaveLength(1)
    expect(await takeProbe(db, now + QUARTER_MS - 1)).toBe(false)
    expect(await takeProbe(db, now + QUARTER_MS)).toBe(true)
  })

  test('a pause that is refused again keeps its beginning', async () => {
    const { db } = await makeDatabase()
    await beginPause(db, refused)
    await beginPause(db, { reason: 'monthly-quota-exceeded', now: START + HOUR_MS })
    expect(await findPause(db, START + HOUR_MS)).toMatchObject({ reason: 'monthly-quota-exceeded', since: START })
  })

  test.each([
    ['a quarter of an hour', refused],
    ['a day', usedUp],
  ])('a clock set back does not prolong a pause of %s', async (_length, pause) => {
    const { db } = await makeDatabase()
    await beginPause(db, pause)
    const dayBefore = START - 25 * HOUR_MS
    expect(await findPause(db, dayBefore)).toMatchObject({ until: dayBefore })
    expect(await takeProbe(db, dayBefore)).toBe(true)
  })

  test('it survives a restart, is seen by every process, and ends for all at once', async () => {
    const { db, place } = await makeDatabase()
    await beginPause(db, refused)
    const other = openForTest(place)
    expect(await findPause(other, START)).toMatchObject({ reason: 'invalid-api-key' })

    await endPause(other)
    expect(await findPause(db, START)).toBeUndefined()
  })
})
