import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Db } from '#lib/db/schema.ts'
import { makeFolder } from './folder.ts'

/** A real database file with every table in it, closed and gone when the running test ends. */
export async function makeDatabase() {
  const path = join(makeFolder(), 'clinic.db')
  const db = openForTest(path)
  await migrateDatabase(db)
  return { db, path, place: path }
}

type MadeDatabase = {
  db: Db
  /** What `openDatabase` opens it with, from another process too. */
  place: string
}

type TestedEngine = {
  engine: 'sqlite' | 'postgres'
  makeDatabase: () => Promise<MadeDatabase>
  /** A place where nothing is yet. */
  makePlace: () => Promise<string>
}

/**
 * The databases that every promise about stored things must hold on.
 *
 * `describe.each(eachEngine)('on $engine', ({ makeDatabase }) => { … })`; each call makes a fresh one with every table.
 */
export const eachEngine: TestedEngine[] = [
  { engine: 'sqlite', makeDatabase, makePlace: async () => join(makeFolder(), 'clinic.db') },
  { engine: 'postgres', makeDatabase: makePostgresDatabase, makePlace: () => askForPostgres('empty') },
]

/** The same on a PostgreSQL that all tests of a run share. */
export async function makePostgresDatabase(): Promise<MadeDatabase> {
  const place = await askForPostgres('with-tables')
  return { db: openForTest(place), place }
}

/** Opens it until the running test ends. */
export function openForTest(place: string): Db {
  const db = openDatabase(place)
  onTestFinished(() => db.destroy())
  return db
}

async function askForPostgres(kind: 'with-tables' | 'empty'): Promise<string> {
  const keeper = inject('postgresKeeper')
  const response = await fetch(`${keeper}/${kind}`)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  onTestFinished(async () => {
    await fetch(`${keeper}/${new URL(answer).pathname.slice(1)}`, { method: 'DELETE' })
  })
  return answer
}
