import { createHash } from 'node:crypto'
import type { Schema } from '#lib/db/schema.ts'

export type AuditEntry = Schema['audit']

/** What the first entry names as the hash before it. */
export const FIRST_PREV_HASH = '0'.repeat(64)
/** How many entries there are, so that the newest cannot be taken away unseen. */
export const COUNT_WATERMARK = 'audit'

/** One hash over everything an entry says and the hash before it; a list, so that no two entries read the same. */
export function hashOf({ seq, at, actor, action, subject, detail, prev_hash }: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actor, action, subject, detail, prev_hash]))
    .digest('hex')
}
