import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { noteContext } from '#lib/inquiries/seal-context.ts'
import { SealError } from '#lib/seal/failure.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import type { Desk } from './desk.ts'

export type HistoryLine = {
  id: string
  at: number
  /** Null when no person did it. */
  by: string | null
  kind: string
  detail: string
  note: string | null
  isUnopenable: boolean
}

/** What happened to an inquiry, newest first, with its notes opened. */
export async function historyOf({ db, keys }: Desk, inquiryId: string): Promise<HistoryLine[]> {
  const events = await retryWhenBusy(() =>
    db
      .selectFrom('inquiry_event')
      .leftJoin('staff', 'staff.id', 'inquiry_event.staff_id')
      .select(['inquiry_event.id', 'inquiry_event.at', 'inquiry_event.kind', 'inquiry_event.detail'])
      .select(['inquiry_event.sealed_note', 'staff.name'])
      .where('inquiry_event.inquiry_id', '=', inquiryId)
      .orderBy('inquiry_event.at', 'desc')
      .orderBy('inquiry_event.id')
      .execute(),
  )
  return events.map(({ id, at, kind, detail, name, sealed_note }) => ({
    id,
    at,
    by: name,
    kind,
    detail,
    ...openNote(keys.privateKeys, id, sealed_note),
  }))
}

function openNote(privateKeys: Desk['keys']['privateKeys'], id: string, sealed: Buffer | null) {
  if (sealed === null) return { note: null, isUnopenable: false }
  try {
    return { note: openSealed(privateKeys, sealed, noteContext(id)).toString(), isUnopenable: false }
  } catch (error) {
    if (error instanceof SealError) return { note: null, isUnopenable: true }
    throw error
  }
}
