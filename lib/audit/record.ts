import type { Transaction } from 'kysely'
import { takeTurn } from '#lib/db/engine.ts'
import type { Schema } from '#lib/db/schema.ts'
import { writeWatermark } from '#lib/db/watermark.ts'
import { COUNT_WATERMARK, FIRST_PREV_HASH, hashOf } from './entry.ts'

export type Actor = `staff:${string}` | 'command' | 'schedule' | 'provider'

export type Act = {
  actor: Actor
  /** What was done, like `purge`. */
  action: string
  /** What it was done to, like `inquiry/KW-7F3K2`; never who wrote it. */
  subject: string
  /** Names and numbers only; never anything of an inquiry's content. */
  detail?: string
  now: number
}

/** Adds an entry to the end of the chain, in the transaction that does what it tells of: both are kept, or neither. */
export async function recordAudit(transaction: Transaction<Schema>, act: Act): Promise<void> {
  const { actor, action, subject, detail = '', now } = act
  await takeTurn(transaction, 'audit')
  const last = await transaction
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

  const seq = (last?.seq ?? 0) + 1
  const entry = { seq, at: now, actor, action, subject, detail, prev_hash: last?.hash ?? FIRST_PREV_HASH }
  await transaction
    .insertInto('audit')
    .values({ ...entry, hash: hashOf(entry) })
    .execute()
  await writeWatermark(transaction, COUNT_WATERMARK, seq)
}
