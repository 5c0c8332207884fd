import type { Db } from '#lib/db/schema.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { keyIdsOf } from '#lib/seal/sealed-box.ts'
import { type SealedTable, sealedRecordsIn, sealedTables } from './sealed-record.ts'

type Counts = Record<SealedTable, number>

export type KeyCensus = {
  total: Counts
  /** How many records each key opens, by its id. */
  byKey: Map<string, Counts>
  /** Records that no private key at hand opens. */
  unopenable: Counts
  /** Keys that are neither at hand nor sealed for, but open something that is: a rekey would shut them out. */
  shutOut: Set<string>
}

const none = (): Counts => ({ inquiry: 0, delivery: 0, inquiry_event: 0 })

/** Which key opens how much of what is stored. Reads what is written on the boxes, and opens none. */
export async function countKeys(db: Db, keys: SealKeys): Promise<KeyCensus> {
  const own = new Set(keys.privateKeys.map(({ publicKey }) => publicKey.id))
  const wanted = new Set(keys.publicKeys.map(({ id }) => id))
  const census: KeyCensus = { total: none(), byKey: new Map(), unopenable: none(), shutOut: new Set() }

  for (const table of sealedTables)
    for await (const batch of sealedRecordsIn(db, table))
      for (const { box } of batch) {
        const ids = idsOn(box)
        const canOpen = ids.some((id) => own.has(id))
        census.total[table] += 1
        if (!canOpen) census.unopenable[table] += 1
        for (const id of ids) {
          const counts = census.byKey.get(id) ?? none()
          counts[table] += 1
          census.byKey.set(id, counts)
          if (canOpen && !own.has(id) && !wanted.has(id)) census.shutOut.add(id)
        }
      }
  return census
}

/** The key ids on a box; none on something that is not a box. */
export function idsOn(box: Buffer): string[] {
  try {
    return keyIdsOf(box)
  } catch {
    return []
  }
}
