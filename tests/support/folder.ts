import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { folderOnDisk } from './disk-folder.ts'

/** A folder of the running test's own, gone when it ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(folderOnDisk(), 'clinic-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
