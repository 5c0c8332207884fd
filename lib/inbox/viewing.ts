import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import type { Desk } from './desk.ts'

/** How long after opening an inquiry somebody counts as looking at it. */
export const VIEWING_MS = 3 * MINUTE_MS

/** Notes that this person looks at an inquiry, and names who else opened it in the last minutes. */
export async function lookAt({ db, session, now }: Desk, inquiryId: string): Promise<string[]> {
  return retryWhenBusy(async () => {
    await db
      .insertInto('viewing')
      .values({ inquiry_id: inquiryId, staff_id: session.staffId, seen_at: now })
      .onConflict((conflict) => conflict.columns(['inquiry_id', 'staff_id']).doUpdateSet({ seen_at: now }))
      .execute()
    const others = await db
      .selectFrom('viewing')
      .innerJoin('staff', 'staff.id', 'viewing.staff_id')
      .select('staff.name')
      .where('viewing.inquiry_id', '=', inquiryId)
      .where('viewing.staff_id', '!=', session.staffId)
      .where('viewing.seen_at', '>', now - VIEWING_MS)
      .orderBy('staff.name')
      .execute()
    return others.map(({ name }) => name)
  })
}
