import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A number the deployment remembers under a name: mostly when something was last done. */
export async function readWatermark(db: Kysely<Schema>, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('watermark').select('at').where('name', '=', name).executeTakeFirst()
  return row?.at
}

export async function writeWatermark(db: Kysely<Schema>, name: string, at: number): Promise<void> {
  await db
    .insertInto('watermark')
    .values({ name, at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at }))
    .execute()
}

/** Forgets it if it still is as it was read; false when it was written anew since. */
export async function dropWatermark(db: Kysely<Schema>, name: string, at: number): Promise<boolean> {
  const dropped = await db.deleteFrom('watermark').where('name', '=', name).where('at', '=', at).executeTakeFirst()
  return dropped.numDeletedRows > 0n
}
