import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from './sync-folder.ts'

const OWNER_ONLY_FOLDER = 0o700
const OWNER_ONLY_FILE = 0o600

/** Puts a whole, synced file in place unless one is there already; of several writers at once, one wins and all see its file. */
export function createFileOnce(path: string, content: string | Uint8Array): 'created' | 'exists' {
  const folder = dirname(path)
  const unfinished = join(folder, `.${randomUUID()}.unfinished`)
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })

  try {
    writeFileSync(unfinished, content, { mode: OWNER_ONLY_FILE, flag: 'wx', flush: true })
    // A link, unlike a rename, never replaces what another process put there a moment ago.
    linkSync(unfinished, path)
    syncFolder(folder)
    return 'created'
  } catch (error) {
    if (isAlreadyThere(error)) return 'exists'
    throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

const isAlreadyThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'
