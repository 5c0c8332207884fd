import { expect, test } from 'vitest'
import { countKeyFrom, dailyHash, dailySalt } from '#lib/abuse/daily-salt.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { makeDatabase } from '#tests/support/database.ts'

const countKey = countKeyFrom(Buffer.alloc(32, 1))
const noon = Date.UTC(2026, 10, 22, 12)
const nextDay = noon + 24 * 3600 * 1000

test('all day long, and for every process, the salt is the same', async () => {
  const { db, path } = await makeDatabase()
  const other = openDatabase(path)
  const salts = await Promise.all([
    dailySalt(db, countKey, noon),
    dailySalt(other, countKey, noon + 1),
    dailySalt(db, countKey, noon + 3_600_000),
  ])
  await other.destroy()

  expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(1)
  expect(salts[0]).toHaveLength(32)
})

test('the next day the same text has another hash', async () => {
  const { db } = await makeDatabase()
  const today = dailyHash(await dailySalt(db, countKey, noon), '203.0.113.7')
  expect(today).toBe(dailyHash(await dailySalt(db, countKey, noon), '203.0.113.7'))
  expect(today).not.toBe(dailyHash(await dailySalt(db, countKey, nextDay), '203.0.113.7'))
})

test('nothing stored holds the text', async () => {
  const { db } = await makeDatabase()
  expect(dailyHash(await dailySalt(db, countKey, noon), '203.0.113.7')).not.toContain('203')
})

test('whoever has all of the database, but no key, cannot find out a hash by trying', async () => {
  const { db } = await makeDatabase()
  const hash = dailyHash(await dailySalt(db, countKey, noon), '203.0.113.7')
  const { salt } = await db.selectFrom('daily_salt').select('salt').executeTakeFirstOrThrow()
  expect(dailyHash(salt, '203.0.113.7')).not.toBe(hash)
  expect(dailyHash(await dailySalt(db, countKeyFrom(salt), noon), '203.0.113.7')).not.toBe(hash)
})
