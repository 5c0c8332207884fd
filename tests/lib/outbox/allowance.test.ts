import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { returnAllowance, takeAllowance, withholdAllowance } from '#lib/outbox/allowance.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'

const perSecond = 5

/** How many tokens are had when everybody asks again as soon as they were told to. */
async function drain(
  askers: { db: Db; clockErrorMs?: number }[],
  { seconds, rate = perSecond }: { seconds: number; rate?: number },
) {
  let taken = 0
  const dueAt = askers.map(() => START)
  for (let at = START; at < START + seconds * 1000; at += 1) {
    for (const [number, { db, clockErrorMs = 0 }] of askers.entries()) {
      if (at < (dueAt[number] ?? 0)) continue
      const wait = await takeAllowance(db, { perSecond: rate, now: at + clockErrorMs })
      if (wait === 0) taken += 1
      dueAt[number] = at + Math.max(wait, 1)
    }
  }
  return taken / seconds
}

const within = (rate: number) => [rate * 0.9, rate * 1.1] as const

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test.each([1, 5, 20])('the rate of %i a second is kept within a tenth', { timeout: 30_000 }, async (rate) => {
    const { db } = await makeDatabase()
    const [least, most] = within(rate)
    const drained = await drain([{ db }], { seconds: 12, rate })
    expect(drained).toBeGreaterThanOrEqual(least)
    expect(drained).toBeLessThanOrEqual(most)
  })

  test('two processes share one rate, also when their clocks differ by a second', { timeout: 30_000 }, async () => {
    const { db, place } = await makeDatabase()
    const [least, most] = within(perSecond)
    const drained = await drain([{ db }, { db: openForTest(place), clockErrorMs: -1000 }], { seconds: 20 })
    expect(drained).toBeGreaterThanOrEqual(least)
    expect(drained).toBeLessThanOrEqual(most)
  })

  test('of fifty who ask at once, one gets the token', async () => {
    const { db } = await makeDatabase()
    const waits = await Promise.all(Array.from({ length: 50 }, () => takeAllowance(db, { perSecond, now: START })))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1)
  })

  test('an hour of silence saves nothing up', async () => {
    const { db } = await makeDatabase()
    await takeAllowance(db, { perSecond, now: START })
    const now = START + HOUR_MS
    expect(await takeAllowance(db, { perSecond, now })).toBe(0)
    expect(await takeAllowance(db, { perSecond, now })).toBeGreaterThan(0)
  })

  test('whoever waits as long as told gets the token', async () => {
    const { db } = await makeDatabase()
    await takeAllowance(db, { perSecond, now: START })
    const wait = await takeAllowance(db, { perSecond, now: START })
    expect(wait).toBeLessThanOrEqual(1000 / perSecond)
    expect(await takeAllowance(db, { perSecond, now: START + wait })).toBe(0)
  })

  test('a token given back is there for the next', async () => {
    const { db } = await makeDatabase()
    await takeAllowance(db, { perSecond, now: START })
    await returnAllowance(db)
    expect(await takeAllowance(db, { perSecond, now: START })).toBe(0)
  })

  test('when the provider asks for a rest, nobody gets a token before it is over', async () => {
    const { db } = await makeDatabase()
    await withholdAllowance(db, 3000, START)
    expect(await takeAllowance(db, { perSecond, now: START + 2999 })).toBeGreaterThan(0)
    expect(await takeAllowance(db, { perSecond, now: START + 3200 })).toBe(0)
  })

  test.each([-25 * HOUR_MS, 25 * HOUR_MS])('a clock that jumps by %i ms stops nothing', async (jump) => {
    const { db } = await makeDatabase()
    await takeAllowance(db, { perSecond, now: START })
    expect(await takeAllowance(db, { perSecond, now: START + jump })).toBe(0)
    const wait = await takeAllowance(db, { perSecond, now: START + jump })
    expect(wait).toBeLessThanOrEqual(1000 / perSecond)
  })
})
