import type { KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import type { Db } from '#lib/db/schema.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { fillAsOf, fillVersion } from '#tests/support/earlier-schema.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'
import { runCode } from '#tests/support/process.ts'
import { pictureOf } from '#tests/support/table-picture.ts'

const newest = migrations.length
const earlier = migrations.map(({ number }) => number).slice(0, -1)

/** Throws instead of running the statement of this number, counted from 1. */
function stoppingAt(statement: number): KyselyPlugin {
  let statements = 0
  return {
    transformQuery({ node }) {
      statements += 1
      if (statements === statement) throw new Error('stopped')
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

describe.each(eachEngine)('on $engine', ({ makePlace }) => {
  const makeAsOf = async (version: number) => {
    const db = openForTest(await makePlace())
    await fillAsOf(db, version)
    return db
  }

  test.each(earlier)('the tables of version %i are brought up to date, and every row is kept', async (version) => {
    const db = await makeAsOf(version)
    const before = await pictureOf(db)
    await migrateDatabase(db)

    const after = await pictureOf(db)
    const fresh = await makeAsOf(newest)
    expect(after.shape).toEqual((await pictureOf(fresh)).shape)
    const { migration: _applied, ...kept } = before.rows
    for (const [table, rows] of Object.entries(kept))
      expect(after.rows[table]).toMatchObject(rows.map((row) => expect.objectContaining(row)))
    await acceptInquiry(settingFor(db), { id: crypto.randomUUID(), inquiry, locale: 'en' })
  })

  test('stopped at any statement, a migration leaves nothing behind, and comes out the same when run again', async () => {
    const db = openForTest(await makePlace())
    const unbroken = openForTest(await makePlace())
    let stops = 0
    for (const { number } of migrations) {
      const list = migrations.slice(0, number)
      const before = await pictureOf(db)
      for (let statement = 1; await isStopped(db, list, statement); statement += 1) {
        stops += 1
        expect(await pictureOf(db), `migration ${number}, statement ${statement}`).toEqual(before)
      }
      await migrateDatabase(unbroken, { list })
      for (const each of [db, unbroken]) await fillVersion(each, number)
      expect(await pictureOf(db)).toEqual(await pictureOf(unbroken))
    }
    expect(stops).toBeGreaterThan(50)
  })

  test('processes that start at the same moment migrate once, and none of them fails', {
    timeout: 60_000,
  }, async () => {
    const place = await makePlace()
    const code = `
      import { openDatabase } from '#lib/db/connection.ts'
      import { migrateDatabase } from '#lib/db/migrate.ts'
      import { probeDatabase } from '#lib/db/probe.ts'
      const db = openDatabase(${JSON.stringify(place)})
      await migrateDatabase(db)
      await probeDatabase(db)
      await db.destroy()`

    const runs = await Promise.all(Array.from({ length: 4 }, () => runCode(code)))
    expect(runs).toEqual(Array.from({ length: 4 }, () => ({ code: 0, stdout: '', stderr: '' })))
    const applied = await openForTest(place).selectFrom('migration').select('number').orderBy('number').execute()
    expect(applied.map(({ number }) => number)).toEqual(migrations.map(({ number }) => number))
  })
})

async function isStopped(db: Db, list: typeof migrations, statement: number): Promise<boolean> {
  return migrateDatabase(db.withPlugin(stoppingAt(statement)), { list }).then(
    () => false,
    (error) => {
      if (error.message !== 'stopped') throw error
      return true
    },
  )
}
