import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { storageFailureOf } from './failure.ts'
import { retryWhenBusy } from './retry-when-busy.ts'
import type { Db } from './schema.ts'

/** Throws, with one sentence that says what to do, unless the database is whole and can be written, read and emptied. */
export async function probeDatabase(db: Db): Promise<void> {
  try {
    await retryWhenBusy(() => proveSound(db))
  } catch (error) {
    const failure = storageFailureOf(error)
    if (!failure) throw error
    throw new Error(`The database cannot be used (${failure}): check the disk that holds DATA_DIR.`, { cause: error })
  }
}

async function proveSound(db: Db) {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  if (rows[0]?.quick_check !== 'ok') throw new CorruptDatabaseError()

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
