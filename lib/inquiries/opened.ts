import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

/** Writes down when somebody first opened it; later openings change nothing. */
export async function markOpened(db: Db, id: string, now: number): Promise<void> {
  await retryWhenBusy(
    () =>
      db.updateTable('inquiry').set({ opened_at: now }).where('id', '=', id).where('opened_at', 'is', null).execute(),
    { isRepeatable: true },
  )
}

/** Inquiries that wait for somebody to open them: neither opened nor closed nor held back as possible spam. */
export function unopenedIn(db: Db) {
  return db
    .selectFrom('inquiry')
    .where('opened_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('quarantined_at', 'is', null)
}

/** When the one that waits longest came in. */
export async function oldestUnopenedAt(db: Db): Promise<number | undefined> {
  const oldest = await retryWhenBusy(
    () => unopenedIn(db).select('received_at').orderBy('received_at').limit(1).executeTakeFirst(),
    { isRepeatable: true },
  )
  return oldest?.received_at
}
