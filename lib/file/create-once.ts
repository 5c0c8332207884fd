import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

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

function syncFolder(folder: string) {
  // Windows cannot open a folder; there the file's own sync is all there is.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const isAlreadyThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'
