import { describe, expect, test, vi } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { STEADY_MS, trustedTime } from '#lib/inquiries/trusted-time.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Looks once an hour for two days, so that the clock is believed; returns the time of the last look. */
async function watchTwoDays(db: Db) {
  for (let hour = 0; hour <= 48; hour += 1) await trustedTime(db, { now: START + hour * HOUR_MS })
  return START + 48 * HOUR_MS
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('believes a clock that went steadily for 26 hours, and nothing before', async () => {
    const { db } = await makeDatabase()
    for (let hour = 0; hour < 26; hour += 1)
      expect(await trustedTime(db, { now: START + hour * HOUR_MS })).toEqual({ kind: 'trusted', at: hour * HOUR_MS })
    expect(await trustedTime(db, { now: START + STEADY_MS })).toEqual({ kind: 'trusted', at: START + STEADY_MS })
  })

  test('after a jump of 25 hours the time before goes on, until the clock was steady again', async () => {
    const { db } = await makeDatabase()
    const last = await watchTwoDays(db)
    const jumped = last + 25 * HOUR_MS
    expect(await trustedTime(db, { now: jumped })).toEqual({ kind: 'trusted', at: last })
    expect(await trustedTime(db, { now: jumped + HOUR_MS })).toEqual({ kind: 'trusted', at: last + HOUR_MS })

    for (let hour = 2; hour < 26; hour += 1) await trustedTime(db, { now: jumped + hour * HOUR_MS })
    expect(await trustedTime(db, { now: jumped + STEADY_MS })).toEqual({ kind: 'trusted', at: jumped + STEADY_MS })
  })

  test('jumps that follow one another are never believed sooner', async () => {
    const { db } = await makeDatabase()
    const last = await watchTwoDays(db)
    for (let jump = 1; jump <= 5; jump += 1)
      expect(await trustedTime(db, { now: last + jump * 25 * HOUR_MS })).toEqual({ kind: 'trusted', at: last })
  })

  test('refuses a clock behind what it showed before, until it has caught up or a person confirms it', async () => {
    const { db } = await makeDatabase()
    const last = await watchTwoDays(db)
    const behind = { now: last - 25 * HOUR_MS }
    expect(await trustedTime(db, behind)).toEqual({ kind: 'clock-behind', seenAt: last })
    expect(await trustedTime(db, { now: last })).toMatchObject({ kind: 'trusted' })

    expect(await trustedTime(db, { ...behind, isClockConfirmed: true })).toEqual({ kind: 'trusted', at: behind.now })
    expect(await trustedTime(db, { now: behind.now + HOUR_MS })).toMatchObject({ kind: 'trusted' })
  })

  test('a dry run leaves no trace', async () => {
    const { db } = await makeDatabase()
    await trustedTime(db, { now: START, isDryRun: true })
    expect(await db.selectFrom('watermark').selectAll().execute()).toEqual([])
  })
})
