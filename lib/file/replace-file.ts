import { randomUUID } from 'node:crypto'
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from './sync-folder.ts'

const OWNER_ONLY_FILE = 0o600

/** Puts a whole, synced file in the place of another: a reader sees the old one or the new one, never half of it. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const unfinished = join(dirname(path), `.${randomUUID()}.unfinished`)
  try {
    writeFileSync(unfinished, content, { mode: OWNER_ONLY_FILE, flag: 'wx', flush: true })
    renameSync(unfinished, path)
    syncFolder(dirname(path))
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Lets one process at a time change a file; another that tries meanwhile is told so. */
export function whileAlone<Result>(path: string, act: () => Result): Result {
  const lock = `${path}.lock`
  try {
    closeSync(openSync(lock, 'wx', OWNER_ONLY_FILE))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Error(`Another command is changing ${path}. If none is running, remove ${lock} and try again.`)
  }
  try {
    return act()
  } finally {
    rmSync(lock, { force: true })
  }
}
