import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Desk } from './desk.ts'
import { stretchesOf, type View, views } from './view.ts'

/** Counted no further: "999+" says enough, and counting a hundred thousand rows for a menu would slow every page. */
export const COUNT_MAX = 999

/** How many inquiries each view holds, up to one more than is counted. */
export async function countInbox(desk: Desk): Promise<Record<View, number>> {
  const counted = await Promise.all(views.map(async (view) => [view, await countView(desk, view)] as const))
  return Object.fromEntries(counted) as Record<View, number>
}

async function countView({ db, session, now }: Desk, view: View): Promise<number> {
  // Everything closed is history; its number says nothing about what there is to do.
  if (view === 'closed') return 0
  const asking = { staffId: session.staffId, now }
  let count = 0
  for (const { where } of stretchesOf[view]) {
    const { found } = await retryWhenBusy(() =>
      db
        .selectFrom((from) =>
          from
            .selectFrom('inquiry')
            .select('id')
            .where((inquiry) => where(inquiry, asking))
            .limit(COUNT_MAX + 1 - count)
            .as('some'),
        )
        .select((some) => some.fn.countAll<number>().as('found'))
        .executeTakeFirstOrThrow(),
    )
    count += Number(found)
    if (count > COUNT_MAX) break
  }
  return count
}
