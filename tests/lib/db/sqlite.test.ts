import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { makeFolder } from '#tests/support/folder.ts'

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
  ['trusted_schema', 0],
])('keeps %s at %s', async (pragma, value) => {
  const { db } = await makeDatabase()
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(pragma)}`.execute(db)
  expect(Object.values(rows[0] ?? {})).toEqual([value])
})

test('keeps the file and its journal from other users', async () => {
  const { path } = await makeDatabase()
  expect([path, `${path}-wal`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
})

test('says why a transaction failed although the disk was full', async () => {
  const { db } = await makeDatabase()
  await sql`pragma max_page_count = 1`.execute(db)

  const filling = db.transaction().execute(async (transaction) => {
    for (let number = 0; number < 10_000; number += 1)
      await transaction
        .insertInto('probe')
        .values({ id: `${number}`.padEnd(500, 'x') })
        .execute()
  })
  await expect(filling).rejects.toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
  expect(await db.selectFrom('probe').select('id').execute()).toEqual([])
})

test('a folder in the way is reported, not waited for', async () => {
  const db = openDatabase(makeFolder())
  await expect(db.selectFrom('probe').select('id').execute()).rejects.toThrow(/EISDIR/)
})
