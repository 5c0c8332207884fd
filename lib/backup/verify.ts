import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import { exportLines } from './export.ts'
import { BackupError } from './failure.ts'
import { importLines } from './import.ts'
import { type End, isSameEnd } from './line.ts'
import { readSealedFile } from './sealed-file.ts'

export type Verified = End

/** Restores a backup into a database that is thrown away, and compares what is in it, row for row, with what it says. */
export async function verifyBackup(path: string, privateKeys: readonly PrivateKey[]): Promise<Verified> {
  const folder = join(dirname(path), `.${randomUUID()}.proof`)
  mkdirSync(folder, { mode: 0o700 })
  try {
    const db = openDatabase(join(folder, 'clinic.db'))
    try {
      const end = await readSealedFile(path, privateKeys, (lines) => importLines({ db, lines }))
      const readBack = await exportLines(db, 0, async () => {})
      if (!isSameEnd(end, readBack)) throw new BackupError('does-not-match')
      await migrateDatabase(db)
      return end
    } finally {
      await db.destroy()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
