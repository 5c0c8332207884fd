import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { makeFolder } from './folder.ts'

/** A real database file with every table in it, closed and gone when the running test ends. */
export async function makeDatabase() {
  const path = join(makeFolder(), 'clinic.db')
  const db = openDatabase(path)
  onTestFinished(() => db.destroy())
  await migrateDatabase(db)
  return { db, path }
}
