import type { Db } from '#lib/db/schema.ts'
import { readWatermark } from '#lib/db/watermark.ts'
import { type AuditEntry, COUNT_WATERMARK, FIRST_PREV_HASH, hashOf } from './entry.ts'

/** The newest entry, as somebody may have written it down outside of this machine. */
export type AuditHead = { seq: number; hash: string }

export type AuditVerdict =
  | { kind: 'whole'; head: AuditHead }
  | { kind: 'broken'; seq: number; problem: 'missing' | 'changed' | 'added' | 'not-as-noted' }

const BATCH = 500

/**
 * Reads the whole chain and says where it first does not hold.
 *
 * Whoever may write to the database could rewrite all of it; a head noted elsewhere shows that too.
 */
export async function verifyAudit(db: Db, noted?: AuditHead): Promise<AuditVerdict> {
  // Asked first: an entry written while this reads is then more than expected, never less.
  const count = (await readWatermark(db, COUNT_WATERMARK)) ?? 0
  let head: AuditHead = { seq: 0, hash: FIRST_PREV_HASH }

  for (;;) {
    const entries = await entriesAfter(db, head.seq)
    for (const entry of entries) {
      if (entry.seq !== head.seq + 1) return { kind: 'broken', seq: head.seq + 1, problem: 'missing' }
      if (entry.prev_hash !== head.hash || entry.hash !== hashOf(entry))
        return { kind: 'broken', seq: entry.seq, problem: 'changed' }
      if (noted?.seq === entry.seq && noted.hash !== entry.hash)
        return { kind: 'broken', seq: entry.seq, problem: 'not-as-noted' }
      head = { seq: entry.seq, hash: entry.hash }
    }
    if (entries.length < BATCH) break
  }

  if (head.seq < Math.max(count, noted?.seq ?? 0)) return { kind: 'broken', seq: head.seq + 1, problem: 'missing' }
  if (head.seq > ((await readWatermark(db, COUNT_WATERMARK)) ?? 0))
    return { kind: 'broken', seq: count + 1, problem: 'added' }
  return { kind: 'whole', head }
}

function entriesAfter(db: Db, seq: number): Promise<AuditEntry[]> {
  return db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(BATCH).execute()
}
