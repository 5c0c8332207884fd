import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { SealError } from '#lib/seal/failure.ts'
import { keyIdsText } from '#lib/seal/key-ids.ts'
import type { PublicKey } from '#lib/seal/key-pair.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { openSealed, RECIPIENTS_MAX, sealFor } from '#lib/seal/sealed-box.ts'
import { idsOn } from './key-census.ts'
import { replaceBox, type SealedRecord, sealedRecordsIn, sealedTables } from './sealed-record.ts'

type Rekeyed = {
  /** Sealed anew in this run. */
  resealed: number
  /** Were sealed for the keys of today already. */
  current: number
  /** Deliveries still owed, which the key they had opens too, for a server that has not been started since. */
  alsoOld: number
  /** Left as they are: no key at hand opens them, or they were changed. */
  unopenable: number
}

type Progress = (done: number) => void
const TRIES_MAX = 5

/** Why a rekey must not begin, or undefined. */
export function rekeyProblem({ publicKeys, privateKeys }: SealKeys): 'no-private-keys' | 'none-is-ours' | undefined {
  if (privateKeys.length === 0) return 'no-private-keys'
  const isOurs = publicKeys.some(({ id }) => privateKeys.some(({ publicKey }) => publicKey.id === id))
  return isOurs ? undefined : 'none-is-ours'
}

/**
 * Seals everything for the keys of today. Killed half way, the next run does the rest; a server may run meanwhile.
 *
 * Each new box is opened before it takes the place of the old one.
 */
export async function rekeyEverything(db: Db, keys: SealKeys, onProgress: Progress = () => {}): Promise<Rekeyed> {
  const problem = rekeyProblem(keys)
  if (problem) throw new Error(problem)
  const result: Rekeyed = { resealed: 0, current: 0, alsoOld: 0, unopenable: 0 }

  for (const table of sealedTables)
    for await (const batch of sealedRecordsIn(db, table)) {
      const missed = await rekeyBatch(db, keys, batch, result)
      for (const record of missed) await rekeyAgain(db, keys, record, result)
      onProgress(result.resealed + result.current + result.unopenable)
    }
  return result
}

/** Works a batch off in one transaction; gives back what somebody else changed meanwhile. */
async function rekeyBatch(db: Db, keys: SealKeys, batch: SealedRecord[], result: Rekeyed): Promise<SealedRecord[]> {
  const due = batch.flatMap((record) => {
    const next = resealed(keys, record, result)
    return next ? [{ record, next }] : []
  })
  if (due.length === 0) return []

  const missed = await inTransaction(db, async (transaction) => {
    const missed: SealedRecord[] = []
    for (const { record, next } of due)
      if (!(await replaceBox(transaction, record, next.box, next.keyIds))) missed.push(record)
    return missed
  })
  result.resealed += due.length - missed.length
  return missed
}

async function rekeyAgain(db: Db, keys: SealKeys, { table, id }: SealedRecord, result: Rekeyed): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const record = await recordAt(db, table, id)
    if (!record || (await rekeyBatch(db, keys, [record], result)).length === 0) return
  }
  throw new Error('A record changed faster than it could be sealed anew. Run it again.')
}

async function recordAt(db: Db, table: SealedRecord['table'], id: string): Promise<SealedRecord | undefined> {
  for await (const batch of sealedRecordsIn(db, table, id)) return batch[0]
  return undefined
}

/** The box that should stand in its place, or undefined when it is right already or cannot be opened. */
function resealed(keys: SealKeys, { box, context, isOwed }: SealedRecord, result: Rekeyed) {
  const recipients = isOwed ? withOwnOlder(keys, box) : keys.publicKeys
  const keyIds = keyIdsText(recipients)
  if (recipients.length > keys.publicKeys.length) result.alsoOld += 1
  if (idsOn(box).join(' ') === keyIds) {
    result.current += 1
    return undefined
  }
  try {
    const plaintext = openSealed(keys.privateKeys, box, context)
    const next = sealFor(recipients, plaintext, context)
    if (!openSealed(keys.privateKeys, next, context).equals(plaintext)) throw new SealError('does-not-open')
    return { box: next, keyIds }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    result.unopenable += 1
    return undefined
  }
}

// A server that runs since before the newest key was made knows only the older ones, and must go on delivering.
function withOwnOlder({ publicKeys, privateKeys }: SealKeys, box: Buffer): readonly PublicKey[] {
  const older = idsOn(box).flatMap((id) => {
    const own = privateKeys.find(({ publicKey }) => publicKey.id === id)
    return own && !publicKeys.some((key) => key.id === id) ? [own.publicKey] : []
  })
  return [...publicKeys, ...older].slice(0, RECIPIENTS_MAX)
}
