import { env } from '#lib/env.ts'
import { findByReach } from '#lib/inquiries/blind-index.ts'
import { readReference } from '#lib/inquiries/reference.ts'
import type { Desk } from './desk.ts'
import { listNamed } from './list.ts'

const FOUND_MAX = 15

/** References of what was searched for: a reference, or a whole phone number or e-mail address, the newest first. */
export async function search(desk: Desk, typed: string, indexKey = env().indexKey): Promise<string[]> {
  const reference = readReference(typed)
  if (reference) return (await listNamed(desk, [reference])).map((row) => row.reference)
  const found = await findByReach(desk.db, indexKey, typed)
  return found.slice(0, FOUND_MAX).map((one) => one.reference)
}
