import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { nameEngine } from './engine.ts'
import { retryWhenBusy } from './retry-when-busy.ts'

// SQLite waits for a lock by stopping the thread, so it must not wait at all: 50 visitors at 20 ms each would be a
// second in which nobody is served. retryWhenBusy waits instead, without holding anybody up.
const BUSY_TIMEOUT_MS = 0
const OPEN_LIMIT_MS = 10_000

/** SQLite as we trust it with an inquiry: what was committed survives the power going out. */
export function sqliteDialect(path: string): Dialect {
  return {
    createDriver: () => new DurableSqliteDriver(path),
    createAdapter: () => nameEngine(new SqliteAdapter(), 'sqlite'),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class DurableSqliteDriver extends SqliteDriver {
  constructor(path: string) {
    super({ database: () => retryWhenBusy(async () => openSqlite(path), { limitMs: OPEN_LIMIT_MS }) })
  }

  // A plain BEGIN that reads first and writes later fails at once when another process wrote in between.
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  // On a full disk SQLite has already rolled back; the complaint about that would hide the reason.
  override async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
  }
}

function openSqlite(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // SQLite gives its journal files the mode of the database file.
  closeSync(openSync(path, 'a', 0o600))

  const sqlite = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma('trusted_schema = OFF')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}
