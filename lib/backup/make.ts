import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#lib/db/schema.ts'
import { DAY_MS } from '#lib/duration.ts'
import { syncFolder } from '#lib/file/sync-folder.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { exportLines } from './export.ts'
import { BackupError } from './failure.ts'
import { isSameEnd } from './line.ts'
import { writeSealedFile } from './sealed-file.ts'
import { type Verified, verifyBackup } from './verify.ts'

export const BACKUPS_KEPT = 14
const NAME = /^clinic-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.backup$/
const UNFINISHED = /^\.[0-9a-f-]{36}\.(unfinished|proof)$/

type BackupPlace = {
  /** Opens a connection of its own to the database. */
  openDb: () => Db
  folder: string
  keys: SealKeys
  kept?: number
}

export type MadeBackup = { name: string; removed: string[] } & Verified

/**
 * Writes a sealed backup while the server runs, restores it beside to prove it, and only then puts it in place.
 *
 * Of the older ones, the newest stay: with this one as many as are to be kept.
 */
export async function makeBackup(place: BackupPlace, now: number): Promise<MadeBackup> {
  const { folder, keys, kept = BACKUPS_KEPT } = place
  if (keys.privateKeys.length === 0) throw new BackupError('no-private-key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  clearAway(folder, now)

  const unfinished = join(folder, `.${randomUUID()}.unfinished`)
  try {
    const end = await writeFrom(place, unfinished, now)
    const verified = await verifyBackup(unfinished, keys.privateKeys)
    if (!isSameEnd(end, verified)) throw new BackupError('does-not-match')

    const name = `clinic-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`
    renameSync(unfinished, join(folder, name))
    syncFolder(folder)
    return { name, removed: removeOlder(folder, kept), ...verified }
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The names of the backups in a folder, newest first. */
export function listBackups(folder: string): { name: string; bytes: number }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }))
}

async function writeFrom({ openDb, keys }: BackupPlace, path: string, now: number) {
  const db = openDb()
  try {
    return await writeSealedFile(path, keys.publicKeys, (write) => exportLines(db, now, write))
  } finally {
    await db.destroy()
  }
}

function removeOlder(folder: string, kept: number): string[] {
  const older = listBackups(folder)
    .slice(Math.max(kept, 1))
    .map(({ name }) => name)
  for (const name of older) rmSync(join(folder, name))
  return older
}

// Left by a process that was killed; a younger one may belong to a process that is at work.
function clearAway(folder: string, now: number) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (UNFINISHED.test(name) && now - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true })
  }
}
