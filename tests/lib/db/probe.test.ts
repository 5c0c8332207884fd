import { closeSync, openSync, writeSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { probeDatabase } from '#lib/db/probe.ts'
import { makeDatabase } from '#tests/support/database.ts'

test('finds a sound database sound, and leaves nothing in it', async () => {
  const { db } = await makeDatabase()
  await probeDatabase(db)
  expect(await db.selectFrom('probe').selectAll().execute()).toEqual([])
})

test('refuses a database with a damaged page, in one sentence', async () => {
  const { db, path } = await makeDatabase()
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()

  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(8192, 0xff), 0, 8192, 4096)
  closeSync(file)

  const damaged = openDatabase(path)
  onTestFinished(() => damaged.destroy())
  await expect(probeDatabase(damaged)).rejects.toThrow(
    'The database cannot be used (corrupt): check the disk that holds DATA_DIR.',
  )
})
