import { Kysely } from 'kysely'
import { env } from '#lib/env.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import type { Db, Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Opens on first use. Its one connection runs one transaction at a time, so nobody's statements mix with another's. */
export function openDatabase(path: string): Db {
  return new Kysely<Schema>({ dialect: sqliteDialect(path) })
}

export function database(): Db {
  return oncePerProcess('database', () => openDatabase(env().databasePath))
}
