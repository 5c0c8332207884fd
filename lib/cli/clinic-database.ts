import { existsSync } from 'node:fs'
import { BackupError } from '#lib/backup/failure.ts'
import { databasePlace, openDatabase } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Db } from '#lib/db/schema.ts'
import { EnvironmentError, env } from '#lib/env.ts'
import { SealError } from '#lib/seal/failure.ts'
import { areSealKeysIn, type SealKeys } from '#lib/seal/keys.ts'

/** One sentence for the person at the terminal; the command ends with 1. */
export class CannotError extends Error {}

/** Works on the database of this deployment, which must be there already, and closes it. */
export async function onDatabase(act: (db: Db) => Promise<void>): Promise<void> {
  const { databasePath, databaseUrl } = env()
  if (!databaseUrl && !existsSync(databasePath))
    throw new CannotError(`There is no database at ${databasePath} yet: check DATA_DIR.`)

  const db = openDatabase(databasePlace())
  try {
    await migrateDatabase(db)
    await act(db)
  } finally {
    await db.destroy()
  }
}

/** The keys of this deployment; never new ones, which would open nothing that is stored. */
export function sealKeysHere(): SealKeys {
  const { sealPrivateKeys, sealPublicKey, keysDir } = env()
  if (!sealPrivateKeys && !sealPublicKey && !areSealKeysIn(keysDir))
    throw new CannotError(`The private keys are not in ${keysDir}: put the copy back, or set SEAL_PRIVATE_KEYS.`)
  return env().sealKeys
}

/** Ends with 0 when it did what was asked and 1, with one sentence, when it could not. */
export async function endingInWords(act: () => Promise<void>): Promise<number> {
  try {
    await act()
    return 0
  } catch (error) {
    console.error(sentenceFor(error))
    return 1
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof CannotError || error instanceof EnvironmentError) return error.message
  if (error instanceof BackupError) return error.message
  if (error instanceof SealError) return `It cannot be opened. ${error.message}`
  const failure = storageFailureOf(error)
  if (failure) return `The database cannot be used (${failure}).`
  throw error
}
