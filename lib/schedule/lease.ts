import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'

/** A task renews its lease while it runs, so a lease this old means its process is gone. */
export const LEASE_MS = 5 * MINUTE_MS

/** Two machines' clocks differ by less, and so does a clock before and after a slow query. */
const SKEW_MS = 2 * MINUTE_MS

/** Who holds a task that nobody runs: its lease then says when it is due again. */
const NOBODY = ''

type Wanted = { name: string; owner: string; everyMs: number; now: number }

/**
 * Takes a task that is due; of any number of processes, one gets it.
 *
 * A lease further ahead than any lease can be was written before the clock was set back. It is shortened to one
 * period from now: the task then neither runs early nor waits for a day that is long gone.
 */
export async function takeLease(db: Db, { name, owner, everyMs, now }: Wanted): Promise<boolean> {
  const seen = await retryWhenBusy(
    () => db.selectFrom('lease').select(['owner', 'until']).where('name', '=', name).executeTakeFirst(),
    { isRepeatable: true },
  )
  if (!seen) return insertLease(db, { name, owner, until: now + LEASE_MS })
  if (seen.until <= now) return changeLease(db, name, seen, { owner, until: now + LEASE_MS })

  const longest = seen.owner === NOBODY ? everyMs : LEASE_MS
  if (seen.until > now + longest + SKEW_MS)
    await changeLease(db, name, seen, { owner: seen.owner, until: now + longest })
  return false
}

/** Holds on to a task that takes its time; false when somebody else has it by now. */
export async function keepLease(db: Db, name: string, owner: string, now: number): Promise<boolean> {
  const result = await retryWhenBusy(() =>
    db
      .updateTable('lease')
      .set({ until: now + LEASE_MS })
      .where('name', '=', name)
      .where('owner', '=', owner)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}

/** Lets go of a task until it is due again. */
export async function leaveLease(db: Db, name: string, owner: string, dueAt: number): Promise<void> {
  await retryWhenBusy(() =>
    db
      .updateTable('lease')
      .set({ owner: NOBODY, until: dueAt })
      .where('name', '=', name)
      .where('owner', '=', owner)
      .execute(),
  )
}

type Lease = { owner: string; until: number }

async function insertLease(db: Db, lease: Lease & { name: string }): Promise<boolean> {
  const result = await retryWhenBusy(() =>
    db
      .insertInto('lease')
      .values(lease)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst(),
  )
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Changes it only if it still is as it was seen, so that of two who saw the same, one succeeds. */
async function changeLease(db: Db, name: string, seen: Lease, next: Lease): Promise<boolean> {
  const result = await retryWhenBusy(() =>
    db
      .updateTable('lease')
      .set(next)
      .where('name', '=', name)
      .where('owner', '=', seen.owner)
      .where('until', '=', seen.until)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}
