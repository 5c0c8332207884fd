import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes sure that a name put into a folder is still there after the power went out. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the file's own sync is all there is.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
