import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#lib/db/connection.ts'
import { env } from '#lib/env.ts'
import { BackupError } from './failure.ts'
import { makeBackup } from './make.ts'
import type { Aside, SaidAside } from './make-aside.ts'

const { place, folder, now }: Aside = workerData
const say = (said: SaidAside) => parentPort?.postMessage(said)

try {
  say({ made: await makeBackup({ openDb: () => openDatabase(place), folder, keys: env().sealKeys }, now) })
} catch (error) {
  if (!(error instanceof BackupError)) throw error
  say({ reason: error.reason })
}
