import { type Actor, recordAudit } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'

type Opening = { id: string; reference: string; actor: Actor; now: number }

/** Writes down who opened it, each time, and when it was first opened. */
export async function markOpened(db: Db, { id, reference, actor, now }: Opening): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('inquiry')
      .set({ opened_at: now })
      .where('id', '=', id)
      .where('opened_at', 'is', null)
      .execute()
    await recordAudit(transaction, { actor, action: 'inquiry-opened', subject: `inquiry/${reference}`, now })
  })
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
