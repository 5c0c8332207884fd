import {
  CompiledQuery,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { lossAtConnecting } from './connection-lost.ts'
import { nameEngine } from './engine.ts'
import { ANSWER_MS_MAX, BEGIN, BEGIN_UPKEEP, watchClient } from './postgres-client.ts'

/** Enough for 50 visitors at once, and few enough that several processes fit a small server's 100. */
const CONNECTIONS_MAX = 8

const WIDE_NUMBERS = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC] as number[]
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (WIDE_NUMBERS.includes(type) ? readNumber : pg.types.getTypeParser(type, format)),
}

/** PostgreSQL as we trust it with an inquiry: one transaction at a time, and none of them is lost. */
export function postgresDialect(url: string): Dialect {
  return {
    createDriver: () => new DurablePostgresDriver(url),
    createAdapter: () => nameEngine(new PostgresAdapter(), 'postgres'),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

type PostgresConnection = Parameters<PostgresDriver['rollbackTransaction']>[0]

class DurablePostgresDriver extends PostgresDriver {
  constructor(url: string) {
    super({ pool: async () => openPool(url) })
  }

  override async beginTransaction(connection: PostgresConnection, { isolationLevel }: TransactionSettings) {
    try {
      await connection.executeQuery(CompiledQuery.raw(isolationLevel === 'read committed' ? BEGIN_UPKEEP : BEGIN))
    } catch (error) {
      // It began and then did not get its turn; Kysely takes it for not begun.
      await this.rollbackTransaction(connection)
      throw error
    }
  }

  // With the connection gone the server has rolled back; the complaint about that would hide the reason.
  override async rollbackTransaction(connection: PostgresConnection) {
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
