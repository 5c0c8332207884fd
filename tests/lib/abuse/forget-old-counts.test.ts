import { expect, test } from 'vitest'
import { dailySalt } from '#lib/abuse/daily-salt.ts'
import { forgetOldCounts } from '#lib/abuse/forget-old-counts.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { makeDatabase } from '#tests/support/database.ts'

const now = Date.UTC(2026, 10, 22, 12)

test('salts of earlier days, counts and texts older than a day are deleted, and nothing younger', async () => {
  const { db } = await makeDatabase()
  await dailySalt(db, Buffer.alloc(32, 1), now - 24 * HOUR_MS)
  await dailySalt(db, Buffer.alloc(32, 1), now)
  for (const hours of [1, 25]) {
    await db
      .insertInto('visit_count')
      .values({ key: 'k', window_start: now - hours * HOUR_MS, count: 3 })
      .execute()
    await db
      .insertInto('seen_message')
      .values({ hash: `h${hours}`, sender: 's', seen_at: now - hours * HOUR_MS })
      .execute()
  }

  await forgetOldCounts(db, now)

  expect(await db.selectFrom('daily_salt').select('day').execute()).toEqual([{ day: '2026-11-22' }])
  expect(await db.selectFrom('visit_count').select('window_start').execute()).toEqual([{ window_start: now - HOUR_MS }])
  expect(await db.selectFrom('seen_message').select('hash').execute()).toEqual([{ hash: 'h1' }])
})
