import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { runCode } from '#tests/support/process.ts'

test('applies each migration once, however often it runs', async () => {
  const { db } = await makeDatabase()
  await migrateDatabase(db)

  const applied = await db.selectFrom('migration').select(['number', 'name']).execute()
  expect(applied).toEqual(migrations.map(({ number, name }) => ({ number, name })))
})

test('a migration that fails half way leaves nothing behind and can run again', async () => {
  const db = openDatabase(join(makeFolder(), 'clinic.db'))
  onTestFinished(() => db.destroy())
  const first = migrations[0]
  const failing = migrations.map((migration) => ({
    ...migration,
    async up(...given: Parameters<typeof migration.up>) {
      await migration.up(...given)
      throw new Error('killed')
    },
  }))

  await expect(migrateDatabase(db, { list: failing })).rejects.toThrow('killed')
  await migrateDatabase(db)
  expect(await db.selectFrom('migration').select('name').execute()).toContainEqual({ name: first?.name })
})

test('processes that start at the same moment do not disturb each other', { timeout: 30_000 }, async () => {
  const path = join(makeFolder(), 'clinic.db')
  const code = `
    import { openDatabase } from '#lib/db/connection.ts'
    import { migrateDatabase } from '#lib/db/migrate.ts'
    import { probeDatabase } from '#lib/db/probe.ts'
    const db = openDatabase(${JSON.stringify(path)})
    await migrateDatabase(db)
    await probeDatabase(db)
    await db.destroy()`

  const runs = await Promise.all(Array.from({ length: 5 }, () => runCode(code)))
  expect(runs).toEqual(Array.from({ length: 5 }, () => ({ code: 0, signal: null, stdout: '', stderr: '' })))
})

test('times are numbers and sealed things are bytes when read back', async () => {
  const { db } = await makeDatabase()
  const row = {
    id: 'one',
    reference: 'KW-22222',
    received_at: 1_800_000_000_000,
    locale: 'en',
    sealed: Buffer.of(1, 2),
    key_id: 'key',
    status: 'new' as const,
  }
  await db.insertInto('inquiry').values(row).execute()
  expect(await db.selectFrom('inquiry').selectAll().execute()).toMatchObject([row])
})
