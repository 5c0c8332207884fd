import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { wipeDeleted } from '#lib/db/wipe.ts'
import { makeDatabase, makePostgresDatabase } from '#tests/support/database.ts'
import { findPlanted } from '#tests/support/planted.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { storeOne } from '#tests/support/store-one.ts'

const ROWS = 1000

/** Many rows of many lengths, which grow and shrink as staff work on them: SQLite shares them out between pages anew. */
async function fillAndChange(db: Db): Promise<string[]> {
  const random = seededRandom(7)
  const ids = Array.from({ length: ROWS }, (_, number) => `planted-${String(number).padStart(6, '0')}`)
  const sealedLike = (id: string) => Buffer.from(id.repeat(10 + Math.floor(random() * 60)))
  await db.transaction().execute(async (transaction) => {
    for (const id of ids)
      await transaction
        .insertInto('inquiry')
        .values({ id, reference: id, received_at: 0, locale: 'en', sealed: sealedLike(id), key_id: '', status: 'new' })
        .execute()
    for (let changes = 0; changes < 2 * ROWS; changes += 1) {
      const id = ids[Math.floor(random() * ROWS)] ?? ''
      await transaction
        .updateTable('inquiry')
        .set({ sealed: sealedLike(id), spam_signals: 'x'.repeat(random() * 60) })
        .where('id', '=', id)
        .execute()
    }
  })
  return ids
}

async function deleteEverySecond(db: Db, ids: string[]): Promise<string[]> {
  const gone = ids.filter((_, number) => number % 2 === 1)
  for (let from = 0; from < gone.length; from += 100)
    await db
      .deleteFrom('inquiry')
      .where('id', 'in', gone.slice(from, from + 100))
      .execute()
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  return gone
}

test('what was deleted is in no file any more, also where rows had moved; the rest is as it was', async () => {
  const { db, path } = await makeDatabase()
  const ids = await fillAndChange(db)
  const before = await db.selectFrom('inquiry').selectAll().orderBy('id').execute()
  const gone = await deleteEverySecond(db, ids)
  const left = () => findPlanted(dirname(path), gone.map(Buffer.from)).length
  // SQLite itself leaves some, though secure_delete is on and the log is empty; were there none, no wipe would be needed.
  expect(left()).toBeGreaterThan(0)

  expect(await wipeDeleted(db)).toBe(true)
  expect(left()).toBe(0)
  expect(await db.selectFrom('inquiry').selectAll().orderBy('id').execute()).toEqual(
    before.filter(({ id }) => !gone.includes(id)),
  )
  expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows).toEqual([
    { integrity_check: 'ok' },
  ])
  expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([])
})

test('while it wipes, inquiries are stored, and none is refused or lost', async () => {
  const { db } = await makeDatabase()
  await fillAndChange(db)
  let isOver = false
  const wiping = wipeDeleted(db).finally(() => {
    isOver = true
  })

  const stored: string[] = []
  while (!isOver) {
    const id = randomUUID()
    await storeOne(db, id)
    stored.push(id)
    await pause(5)
  }
  expect(await wiping).toBe(true)
  expect(stored.length).toBeGreaterThan(1)
  const kept = await db.selectFrom('delivery').innerJoin('inquiry', 'inquiry.id', 'inquiry_id').select('inquiry.id')
  expect((await kept.execute()).map(({ id }) => id).sort()).toEqual(stored.sort())
})

test('two wipes at once do each other no harm', async () => {
  const { db } = await makeDatabase()
  await fillAndChange(db)
  await Promise.all([wipeDeleted(db), wipeDeleted(db)])
  expect(await db.selectFrom('inquiry').select('id').execute()).toHaveLength(ROWS)
})

/** A transaction of somebody else, from now until it is told to end. */
async function begin(place: string, ...statements: string[]) {
  const client = new pg.Client(place)
  await client.connect()
  onTestFinished(() => client.end())
  for (const statement of ['begin isolation level repeatable read', ...statements]) await client.query(statement)
  return { end: () => client.query('rollback') }
}

const somebodyElse = [
  {
    who: 'somebody reads these tables as they were',
    start: ({ place }: { place: string }) => begin(place, 'select count(*) from inquiry'),
  },
  {
    who: 'somebody writes to another database of the server',
    start: async () => begin((await makePostgresDatabase()).place, 'insert into probe (id) values (1)'),
  },
]

test.each(somebodyElse)('on PostgreSQL, while $who, what was deleted is not yet said to be gone', async ({ start }) => {
  const made = await makePostgresDatabase()
  const { db } = made
  await storeOne(db, randomUUID())
  const other = await start(made)
  await db.deleteFrom('inquiry').execute()
  const left = async () =>
    (await sql<{ bytes: number }>`select pg_relation_size('inquiry')::int as bytes`.execute(db)).rows[0]?.bytes

  expect(await wipeDeleted(db, { limitMs: 200 })).toBe(false)
  expect(await left()).toBeGreaterThan(0)
  await other.end()
  expect(await wipeDeleted(db)).toBe(true)
  expect(await left()).toBe(0)
})
