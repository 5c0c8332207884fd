import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

const PULSE = 'schedule'

/** Writes down that a task has run, so that any process can see the schedule alive. */
export async function noteRun(db: Db, now: number): Promise<void> {
  await retryWhenBusy(() =>
    db
      .insertInto('watermark')
      .values({ name: PULSE, at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: now }))
      .execute(),
  )
}

/** When a task last ran, in whichever process; undefined when none ever did. */
export async function lastRunAt(db: Db): Promise<number | undefined> {
  const row = await retryWhenBusy(() =>
    db.selectFrom('watermark').select('at').where('name', '=', PULSE).executeTakeFirst(),
  )
  return row?.at
}
