import { describe, expect, test } from 'vitest'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'

const probesIn = (db: Db) => db.selectFrom('probe').select('id').execute()

/** Reads, thinks, then writes what it thought: wrong as soon as two of them run at the same time. */
function countUp(db: Db) {
  return retryWhenBusy(() =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction.selectFrom('watermark').select('at').where('name', '=', 'count').executeTakeFirst()
      await new Promise((resolve) => setTimeout(resolve, 1))
      await transaction.deleteFrom('watermark').where('name', '=', 'count').execute()
      await transaction
        .insertInto('watermark')
        .values({ name: 'count', at: (row?.at ?? 0) + 1 })
        .execute()
    }),
  )
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('transactions that read first and write later do not overwrite each other, on any connection', async () => {
    const { db, place } = await makeDatabase()
    const other = openForTest(place)
    await Promise.all(Array.from({ length: 60 }, (_, number) => countUp(number % 2 ? db : other)))

    expect(await db.selectFrom('watermark').select('at').execute()).toEqual([{ at: 60 }])
  })

  test('a transaction that throws leaves nothing behind, and others saw nothing of it', async () => {
    const { db } = await makeDatabase()
    const seen: string[] = []
    const undone = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('probe').values({ id: 'undone' }).execute()
      await new Promise((resolve) => setTimeout(resolve, 30))
      throw new Error('changed my mind')
    })
    const others = Array.from({ length: 20 }, async (_, number) => {
      await db
        .insertInto('probe')
        .values({ id: `kept-${number}` })
        .execute()
      seen.push(...(await probesIn(db)).map(({ id }) => id))
    })

    await expect(undone).rejects.toThrow('changed my mind')
    await Promise.all(others)
    expect(seen).not.toContain('undone')
    expect(await probesIn(db)).toHaveLength(20)
  })

  test('after a transaction that failed, the connection is as good as new', async () => {
    const { db } = await makeDatabase()
    for (let times = 0; times < 20; times += 1) {
      const failing = db.transaction().execute(async (transaction) => {
        await transaction.insertInto('probe').values({ id: 'twice' }).execute()
        await transaction.insertInto('probe').values({ id: 'twice' }).execute()
      })
      await expect(failing).rejects.toThrow()
    }
    await db.transaction().execute((transaction) => transaction.insertInto('probe').values({ id: 'good' }).execute())
    expect(await probesIn(db)).toEqual([{ id: 'good' }])
  })

  test('bytes, large numbers and any text come back as they were', async () => {
    const { db } = await makeDatabase()
    const row = {
      id: 'Ünï · 漢字 · 👩‍⚕️ · \' " \\ ; -- $1 ?',
      reference: 'KW-22222',
      received_at: Number.MAX_SAFE_INTEGER,
      locale: '',
      sealed: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
      key_id: 'key',
      status: 'new' as const,
    }
    await db.insertInto('inquiry').values(row).execute()

    const stored = await db.selectFrom('inquiry').selectAll().executeTakeFirstOrThrow()
    expect(stored).toMatchObject({ ...row, spam_score: 0, version: 0, due_at: null })
    expect(Buffer.isBuffer(stored.sealed)).toBe(true)
  })

  test('counts and sums are numbers, too', async () => {
    const { db } = await makeDatabase()
    for (const [number, name] of ['one', 'two'].entries())
      await db
        .insertInto('watermark')
        .values({ name, at: 1_800_000_000_000 + number })
        .execute()

    const summed = await db
      .selectFrom('watermark')
      .select(({ fn }) => [fn.countAll().as('count'), fn.sum('at').as('sum'), fn.max('at').as('max')])
      .executeTakeFirst()
    expect(summed).toEqual({ count: 2, sum: 3_600_000_000_001, max: 1_800_000_000_001 })
  })

  test('nothing can hang on an inquiry that is not there', async () => {
    const { db } = await makeDatabase()
    const orphan = { inquiry_id: 'nobody', kind: 'phone' as const, hash: 'h' }
    await expect(db.insertInto('blind_index').values(orphan).execute()).rejects.toThrow(/foreign key/i)
  })
})
