import { constants, setPriority } from 'node:os'
import { openDatabase } from './connection.ts'
import { storageFailureOf } from './failure.ts'
import { wipeSqlite } from './wipe-sqlite.ts'

/** Wipes a database that others go on using: `node … <file> <how long to wait for them> <exit code when kept busy>`. */
const [path = '', limitMs = '0', keptBusy = '1'] = process.argv.slice(2)

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const db = openDatabase(path)
try {
  if (!(await wipeSqlite(db, Number(limitMs)))) process.exitCode = Number(keptBusy)
} catch (error) {
  if (storageFailureOf(error) !== 'busy') throw error
  process.exitCode = Number(keptBusy)
} finally {
  await db.destroy()
}
