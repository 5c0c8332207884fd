import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { countInquiry, PER_MINUTE_MAX, type Visit } from '#lib/abuse/count-inquiry.ts'
import { dailySalt } from '#lib/abuse/daily-salt.ts'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { eachEngine } from '#tests/support/database.ts'

vi.setConfig({ testTimeout: 30_000 })

const noon = Date.UTC(2026, 10, 22, 12)
const long = 'My brother has been drinking again and I do not know who to ask.'

async function count(db: Db, visit: Partial<Visit>, now = noon) {
  const salt = await dailySalt(db, Buffer.alloc(32, 1), now)
  const full = { address: '203.0.113.7', reach: '+13055550142', message: '', ...visit }
  return db.transaction().execute((transaction) => countInquiry(transaction, salt, full, now))
}

async function countTimes(db: Db, times: number, visit: Partial<Visit> = {}, now = noon) {
  const counted = await Promise.all(Array.from({ length: times }, () => count(db, visit, now)))
  return {
    held: counted.filter(({ signals }) => signals.includes('many-from-one-address')).length,
    floods: counted.filter(({ isFlood }) => isFlood).length,
  }
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('five in ten minutes from one network are a family; each one more is held, all at once or not', async () => {
    const { db } = await makeDatabase()
    expect(await countTimes(db, 50)).toEqual({ held: 45, floods: 0 })
  })

  test('ten minutes are any ten minutes, not those of the clock; after that the network may send again', async () => {
    const { db } = await makeDatabase()
    await countTimes(db, 6, {}, noon + 9 * MINUTE_MS)
    expect((await count(db, {}, noon + 10 * MINUTE_MS)).signals).toEqual(['many-from-one-address'])
    expect((await count(db, {}, noon + 20 * MINUTE_MS)).signals).toEqual([])
  })

  test('twenty in a day are enough, however slowly they come', async () => {
    const { db } = await makeDatabase()
    for (let number = 0; number < 5; number += 1) {
      expect((await countTimes(db, 4, {}, noon + number * 20 * MINUTE_MS)).held).toBe(0)
    }
    expect((await countTimes(db, 1, {}, noon + 180 * MINUTE_MS)).held).toBe(1)
  })

  test('only more than sixty in a minute are a flood', async () => {
    const { db } = await makeDatabase()
    expect((await countTimes(db, PER_MINUTE_MAX)).floods).toBe(0)
    expect((await countTimes(db, 1)).floods).toBe(1)
  })

  test('another network is counted by itself', async () => {
    const { db } = await makeDatabase()
    await countTimes(db, 6)
    expect((await count(db, { address: '203.0.113.8' })).signals).toEqual([])
  })

  test('where networks cannot be told apart, nobody is held for what others send', async () => {
    const { db } = await makeDatabase()
    expect(await countTimes(db, 100, { address: '' })).toEqual({ held: 0, floods: 0 })
  })

  test('a text that comes again from other networks is noticed, from the same one it is not', async () => {
    const { db } = await makeDatabase()
    const from = async (address: string, message = long) => (await count(db, { address, message })).signals
    expect(await from('203.0.113.1')).toEqual([])
    expect(await from('203.0.113.1')).toEqual([])
    expect(await from('203.0.113.2', `  ${long.toUpperCase()}\n`)).toEqual(['message-seen'])
    expect(await from('203.0.113.3')).toEqual(['message-seen'])
    expect(await from('203.0.113.4')).toEqual(['message-seen-widely'])
    expect(await from('203.0.113.5', `${long} Please call me.`)).toEqual([])
  })

  test('what many people write in few words is not noticed', async () => {
    const { db } = await makeDatabase()
    await count(db, { address: '203.0.113.1', message: 'Please call me back' })
    expect((await count(db, { address: '203.0.113.2', message: 'Please call me back' })).signals).toEqual([])
  })

  test('no row holds an address, a number or a word', async () => {
    const { db } = await makeDatabase()
    await count(db, { message: long })
    const rows = JSON.stringify([
      await db.selectFrom('visit_count').selectAll().execute(),
      await db.selectFrom('seen_message').selectAll().execute(),
    ])
    for (const secret of ['203.0.113', '3055550142', 'brother']) expect(rows).not.toContain(secret)
    expect((await sql<{ count: number }>`select count(*) as count from visit_count`.execute(db)).rows).toEqual([
      { count: 3 },
    ])
  })
})
