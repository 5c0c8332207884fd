import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { engineOf } from './engine.ts'
import { storageFailureOf } from './failure.ts'
import { retryWhenBusy } from './retry-when-busy.ts'
import type { Db } from './schema.ts'

const VERSION_MIN = 130_000

/** Throws, with one sentence that says what to do, unless the database is whole and can be written, read and emptied. */
export async function probeDatabase(db: Db): Promise<void> {
  await explaining(db, async () => {
    await proveSound(db)
    await retryWhenBusy(() => proveUsable(db), { isRepeatable: true })
  })
}

/** Whether what is there is whole and will keep what it is given; it need not hold a table yet. */
export async function proveSound(db: Db): Promise<void> {
  await retryWhenBusy(() => (engineOf(db) === 'postgres' ? provePromises(db) : proveWhole(db)))
}

/** Turns a failure of the storage into one sentence that says what to do. */
export async function explaining(db: Db, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    const failure = storageFailureOf(error)
    if (!failure) throw error
    const advice =
      engineOf(db) === 'postgres' ? 'check the server that DATABASE_URL names' : 'check the disk that holds DATA_DIR'
    throw new Error(`The database cannot be used (${failure}): ${advice}.`, { cause: error })
  }
}

async function proveWhole(db: Db) {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  if (rows[0]?.quick_check !== 'ok') throw new CorruptDatabaseError()
}

async function provePromises(db: Db) {
  const { rows } = await sql<{ version: string; fsync: string; commit: string; recovering: boolean }>`
    select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, pg_is_in_recovery() as recovering`.execute(db)
  const found = rows[0]
  if (Number(found?.version) < VERSION_MIN)
    throw new Error('DATABASE_URL names a PostgreSQL older than version 13: use a newer one.')
  if (found?.recovering)
    throw new Error('DATABASE_URL names a copy that can only be read: use the address of the primary server.')
  for (const [setting, value] of [
    ['fsync', found?.fsync],
    ['synchronous_commit', found?.commit],
  ])
    if (value === 'off')
      throw new Error(
        `DATABASE_URL names a PostgreSQL with ${setting} = off, which can lose what was committed: switch it on.`,
      )
}

/** Writes, reads and removes one row. */
export async function proveUsable(db: Db) {
  const id = randomUUID()
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('probe').values({ id }).execute()
    await transaction.selectFrom('probe').select('id').where('id', '=', id).executeTakeFirstOrThrow()
    await transaction.deleteFrom('probe').where('id', '=', id).execute()
  })
}

class CorruptDatabaseError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}
