import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { makeFolder } from '#tests/support/folder.ts'

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
