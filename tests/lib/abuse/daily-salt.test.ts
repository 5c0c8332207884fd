import { expect, test } from 'vitest'
import { dailyHash, dailySalt } from '#lib/abuse/daily-salt.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { makeDatabase } from '#tests/support/database.ts'

const noon = Date.UTC(2026, 10, 22, 12)
const nextDay = noon + 24 * 3600 * 1000

test('all day long, and for every process, the salt is the same', async () => {
  const { db, path } = await makeDatabase()
  const other = openDatabase(path)
  const salts = await Promise.all([dailySalt(db, noon), dailySalt(other, noon + 1), dailySalt(db, noon + 3_600_000)])
  await other.destroy()

  expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(1)
  expect(salts[0]).toHaveLength(32)
})

test('the next day the same text has another hash', async () => {
  const { db } = await makeDatabase()
  const today = dailyHash(await dailySalt(db, noon), '203.0.113.7')
  expect(today).toBe(dailyHash(await dailySalt(db, noon), '203.0.113.7'))
  expect(today).not.toBe(dailyHash(await dailySalt(db, nextDay), '203.0.113.7'))
})

test('nothing stored holds the text', async () => {
  const { db } = await makeDatabase()
  expect(dailyHash(await dailySalt(db, noon), '203.0.113.7')).not.toContain('203')
})
