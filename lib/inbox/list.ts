import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import type { Desk } from './desk.ts'
import { type InboxRow, rowsFrom, storedColumns } from './row.ts'
import { type Stretch, stretchesOf, type View } from './view.ts'

const ROWS_PER_PAGE = 50

type InboxPage = { rows: InboxRow[]; next: string | null }

/** Where a page ended: the stretch, and the time and id of its last row. */
type Cursor = { stretch: number; time: number; id: string }

/** One page of a view, and where the next one begins. Costs the same on the first page and the thousandth. */
export async function listInbox(
  desk: Desk,
  view: View,
  after?: string,
  rowsPerPage = ROWS_PER_PAGE,
): Promise<InboxPage> {
  const stretches = stretchesOf[view]
  const from = readCursor(after)
  const found: { stretch: number; row: Awaited<ReturnType<typeof rowsOf>>[number] }[] = []

  for (const [number, stretch] of stretches.entries()) {
    if (from && number < from.stretch) continue
    const missing = rowsPerPage + 1 - found.length
    if (missing <= 0) break
    const start = from?.stretch === number ? from : undefined
    const rows = await rowsOf(desk, stretch, missing, start)
    found.push(...rows.map((row) => ({ stretch: number, row })))
  }

  const shown = found.slice(0, rowsPerPage)
  const last = shown.at(-1)
  const isMore = found.length > rowsPerPage
  return {
    rows: await rowsFrom(
      desk,
      shown.map(({ row }) => row),
    ),
    next:
      isMore && last
        ? `${last.stretch}.${last.row[stretches[last.stretch]?.by ?? 'received_at']}.${last.row.id}`
        : null,
  }
}

/** The inquiries with these references, the newest first; what is not one, or not there, is left out. */
export async function listNamed(desk: Desk, references: string[]): Promise<InboxRow[]> {
  const known = references.flatMap((typed) => readReference(typed) ?? [])
  if (known.length === 0) return []
  const stored = await retryWhenBusy(() =>
    desk.db
      .selectFrom('inquiry')
      .select(storedColumns)
      .where('reference', 'in', known.slice(0, ROWS_PER_PAGE))
      .orderBy('received_at', 'desc')
      .execute(),
  )
  return rowsFrom(desk, stored)
}

function rowsOf({ db, session, now }: Desk, { by, direction, where }: Stretch, limit: number, after?: Cursor) {
  const asking = { staffId: session.staffId, now }
  const beyond = direction === 'asc' ? '>' : '<'
  return retryWhenBusy(() =>
    db
      .selectFrom('inquiry')
      .select(storedColumns)
      .where((inquiry) => where(inquiry, asking))
      .$if(after !== undefined, (query) =>
        // The first condition is in the second too; said alone it lets the index begin where the last page ended.
        query
          .where(by, direction === 'asc' ? '>=' : '<=', after?.time ?? 0)
          .where(({ or, and, eb }) =>
            or([
              eb(by, beyond, after?.time ?? 0),
              and([eb(by, '=', after?.time ?? 0), eb('id', beyond, after?.id ?? '')]),
            ]),
          ),
      )
      .orderBy(by, direction)
      .orderBy('id', direction)
      .limit(limit)
      .execute(),
  )
}

function readCursor(text: string | undefined): Cursor | undefined {
  const [, stretch, time, id] = /^(\d)\.(\d{1,16})\.([\w-]{1,64})$/.exec(text ?? '') ?? []
  return id === undefined ? undefined : { stretch: Number(stretch), time: Number(time), id }
}
