import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { DAY_MS, MINUTE_MS } from '#lib/duration.ts'

const NAME = 'email'
/** How long nobody tries after everything was refused; then one delivery does. */
export const PAUSE_MS = 15 * MINUTE_MS

/** Nothing goes out: `reason` is the failure's name, `since` when it began, `until` when one delivery tries again. */
export type Pause = { reason: string; since: number; until: number }

/** The pause that stands, if any: until the first delivery gets through, also while one is being tried. */
export async function findPause(db: Db, now: number): Promise<Pause | undefined> {
  const pause = await readPause(db)
  return pause && { ...pause, until: isOver(pause, now) ? Math.min(pause.until, now) : pause.until }
}

/** Stops every process that delivers from this database. A pause that stands already keeps its beginning. */
export async function beginPause(
  db: Db,
  { reason, untilNextDay = false, now }: { reason: string; untilNextDay?: boolean; now: number },
): Promise<void> {
  const until = untilNextDay ? nextDayOf(now) : now + PAUSE_MS
  await retryWhenBusy(() =>
    db
      .insertInto('pause')
      .values({ name: NAME, reason, since: now, until })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ reason, until }))
      .execute(),
  )
}

/** Lets the caller try one delivery and keeps everybody else waiting; false when another process was first. */
export async function takeProbe(db: Db, now: number): Promise<boolean> {
  const pause = await readPause(db)
  if (!pause || !isOver(pause, now)) return false
  const taken = await retryWhenBusy(() =>
    db
      .updateTable('pause')
      .set({ until: now + PAUSE_MS })
      .where('name', '=', NAME)
      .where('until', '=', pause.until)
      .executeTakeFirst(),
  )
  return taken.numUpdatedRows > 0n
}

/** Gives the try back, when there was nothing to try it with. */
export async function returnProbe(db: Db, now: number): Promise<void> {
  await retryWhenBusy(() =>
    db
      .updateTable('pause')
      .set({ until: now })
      .where('name', '=', NAME)
      .where('until', '=', now + PAUSE_MS)
      .execute(),
  )
}

/** Everybody delivers again; also on somebody's word, who has put right what was wrong. */
export async function endPause(db: Db): Promise<void> {
  await retryWhenBusy(() => db.deleteFrom('pause').where('name', '=', NAME).execute())
}

function readPause(db: Db): Promise<Pause | undefined> {
  return retryWhenBusy(() =>
    db.selectFrom('pause').select(['reason', 'since', 'until']).where('name', '=', NAME).executeTakeFirst(),
  )
}

// A clock set back must not turn a quarter of an hour into a day: no pause lasts longer than one begun now would.
function isOver({ until }: Pause, now: number): boolean {
  const isUntilNextDay = until % DAY_MS === 0
  return now >= until || until > (isUntilNextDay ? Math.max(nextDayOf(now), now + PAUSE_MS) : now + PAUSE_MS)
}

function nextDayOf(now: number): number {
  const today = now - (now % DAY_MS)
  // Refused just after midnight: the provider's clock may still show yesterday, so it is asked again today.
  return now - today < PAUSE_MS ? now + PAUSE_MS : today + DAY_MS
}
