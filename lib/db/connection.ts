import { Kysely } from 'kysely'
import { env } from '#lib/env.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { postgresDialect } from './postgres.ts'
import type { Db, Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Opens on first use: a PostgreSQL address, or the path of a SQLite file. Nobody's statements mix with another's. */
export function openDatabase(place: string): Db {
  return new Kysely<Schema>({ dialect: isPostgresUrl(place) ? postgresDialect(place) : sqliteDialect(place) })
}

export function database(): Db {
  return oncePerProcess('database', () => openDatabase(databasePlace()))
}

/** Where the database of this deployment is: an address, or a path. */
export function databasePlace(): string {
  const { databaseUrl, databasePath } = env()
  return databaseUrl ?? databasePath
}

const isPostgresUrl = (place: string) => /^postgres(ql)?:/.test(place)
