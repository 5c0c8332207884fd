import { existsSync, readdirSync } from 'node:fs'
import { openDatabase } from '#lib/db/connection.ts'
import type { Db } from '#lib/db/schema.ts'
import type { Env } from '#lib/env.ts'
import { isDemo, isDemoFilled } from './mark.ts'

/** One sentence that says why the demo keeps away from a place. */
export class DemoError extends Error {}

type Place = Pick<Env, 'dataDir' | 'databasePath' | 'databaseUrl'>

/**
 * Opens the database of the demo: one where nothing is yet, or one that the demo made before.
 *
 * Anything else is left untouched, an empty deployment too: what was meant for real people stays free of invented ones.
 */
export async function openDemoPlace(place: Place): Promise<{ db: Db; isFilled: boolean }> {
  const { dataDir, databasePath, databaseUrl } = place
  const isFolderUsed = existsSync(dataDir) && readdirSync(dataDir).length > 0
  if (!databaseUrl && isFolderUsed && !existsSync(databasePath)) throw notOurs(place)

  const db = openDatabase(databaseUrl ?? databasePath)
  try {
    const tables = await db.introspection.getTables()
    if (tables.length === 0) {
      if (isFolderUsed) throw notOurs(place)
      return { db, isFilled: false }
    }
    if (!tables.some(({ name }) => name === 'watermark') || !(await isDemo(db))) throw notOurs(place)
    if (!(await isDemoFilled(db)))
      throw new DemoError(`An earlier demo was stopped before it was ready. ${removal(place)} Then start it again.`)
    return { db, isFilled: true }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** How somebody gets rid of the demo. */
export function removal({ dataDir, databaseUrl }: Place): string {
  return databaseUrl
    ? `Remove it with: rm -r "${dataDir}", and drop the database that DATABASE_URL names.`
    : `Remove it with: rm -r "${dataDir}"`
}

function notOurs({ dataDir, databaseUrl }: Place): DemoError {
  const place = databaseUrl ? `DATABASE_URL or ${dataDir}` : dataDir
  return new DemoError(
    `${place} holds something that the demo did not make, so it was left alone: set DATA_DIR to a folder that is new or empty.`,
  )
}
