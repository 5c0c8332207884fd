import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { lossAtConnecting } from './connection-lost.ts'
import { ANSWER_MS_MAX, BEGIN, BEGIN_IN_TURN, watchClient } from './postgres-client.ts'

/** Enough for 50 visitors at once, and few enough that several processes fit a small server's 100. */
const CONNECTIONS_MAX = 8

const WIDE_NUMBERS = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC] as number[]
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (WIDE_NUMBERS.includes(type) ? readNumber : pg.types.getTypeParser(type, format)),
}

/** PostgreSQL as we trust it with an inquiry: transactions come out as if one had run after the other. */
export function postgresDialect(url: string): Dialect {
  return {
    createDriver: () => new DurablePostgresDriver(url),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class DurablePostgresDriver extends PostgresDriver {
  constructor(url: string) {
    super({ pool: async () => openPool(url) })
  }

  // On SQLite a transaction has the database to itself, and the code is written for that. PostgreSQL keeps the same
  // promise by refusing one of two that got in each other's way (40001); retryWhenBusy does it again.
  override async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings) {
    await connection.executeQuery(CompiledQuery.raw(isolationLevel === 'read committed' ? BEGIN_IN_TURN : BEGIN))
  }

  // With the connection gone the server has rolled back; the complaint about that would hide the reason.
  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]) {
    await super.rollbackTransaction(connection).catch(() => {})
  }
}

function openPool(url: string) {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'clinic',
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: ANSWER_MS_MAX,
    keepAlive: true,
    types,
  })
  // A connection that breaks while nobody uses it is replaced by the next who asks; unheard, it would end the process.
  const ignore = () => {}
  pool.on('error', ignore)
  pool.on('connect', (client) => void client.on('error', ignore))

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        return watchClient(await pool.connect())
      } catch (error) {
        throw lossAtConnecting(error)
      }
    },
  }
}

function readNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new RangeError('A number is too large to read.')
  return number
}
