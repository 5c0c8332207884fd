import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import type { Row } from '#lib/db/snapshot.ts'
import { backedUp } from './export.ts'
import { BackupError } from './failure.ts'
import { type End, isSameEnd, makeDigest, readHead, readLine, rowLine } from './line.ts'

const INSERTED_AT_ONCE = 50

type Importing = {
  db: Db
  lines: AsyncIterable<string>
  /** Done together with the last row: all of it is kept, or nothing. */
  beforeCommit?: (transaction: Transaction<Schema>) => Promise<void>
}

/** Fills an empty database; the tables are then as old as the backup. Whatever goes wrong, it is empty again. */
export async function importLines({ db, lines, beforeCommit = async () => {} }: Importing): Promise<End> {
  const reader = lines[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await reader.next()
    if (done) throw new BackupError('not-a-backup')
    return value
  }

  const { schema } = readHead(await next())
  await makeTables(db, schema)
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      const end = await importRows(transaction, next)
      await beforeCommit(transaction)
      return end
    })
}

async function importRows(transaction: Transaction<Schema>, next: () => Promise<string>): Promise<End> {
  const insert = makeInserter(transaction)
  const digest = makeDigest()
  for (;;) {
    const line = readLine(await next())
    if (line.kind === 'end') {
      await insert.rest()
      if (!isSameEnd(line.end, digest.end())) throw new BackupError('does-not-match')
      return line.end
    }
    digest.add(line.table, rowLine(line.table, line.values))
    await insert.row(line.table, line.values)
  }
}

function makeInserter(transaction: Transaction<Schema>) {
  const into = transaction as unknown as Kysely<Record<string, Row>>
  let waiting: Row[] = []
  let table = ''
  const rest = async () => {
    if (waiting.length === 0) return
    await into.insertInto(table).values(waiting).execute()
    waiting = []
    await nextTurn()
  }
  return {
    rest,
    async row(name: string, values: Row) {
      if (name !== table || waiting.length === INSERTED_AT_ONCE) await rest()
      table = name
      waiting.push(values)
    },
  }
}

async function makeTables(db: Db, schema: number): Promise<void> {
  const known = Math.max(...migrations.map(({ number }) => number))
  if (schema > known) throw new BackupError('newer-version')

  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  for (const table of backedUp(tables)) if (await hasRows(db, table)) throw new BackupError('not-empty')
  const applied = tables.includes('migration') ? await db.selectFrom('migration').select('number').execute() : []
  if (applied.some(({ number }) => number > schema)) throw new BackupError('tables-too-new')
  await migrateDatabase(db, { list: migrations.filter(({ number }) => number <= schema) })
}

async function hasRows(db: Db, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 as one from ${sql.table(table)} limit 1`.execute(db)
  return rows.length > 0
}
