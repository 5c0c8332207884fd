import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { mountOf } from '#lib/db/mount.ts'

/** Where temporary folders go. On some machines that is memory, where the product refuses to keep inquiries. */
export function folderOnDisk(): string {
  if (mountOf(tmpdir())?.kind !== 'tmpfs') return tmpdir()
  const folder = resolve('node_modules/.cache/tests')
  mkdirSync(folder, { recursive: true })
  return folder
}
