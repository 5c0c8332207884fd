import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Gives this test file's process settings of its own: an empty data folder, and what is given here. */
export function isolateProcess(settings: Record<string, string> = {}): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'clinic-test-'))
  Object.assign(process.env, settings, { DATA_DIR: dataDir })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}
