import { database } from './connection.ts'
import { migrateDatabase } from './migrate.ts'
import { explaining, probeDatabase, proveSound } from './probe.ts'
import type { Db } from './schema.ts'

/** The database of this process, with every table, proven to keep what it is given; or one sentence that says why not. */
export async function readyDatabase(): Promise<Db> {
  const db = database()
  await explaining(db, async () => {
    await proveSound(db)
    await migrateDatabase(db)
  })
  await probeDatabase(db)
  return db
}
