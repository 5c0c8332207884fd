import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { draftKeyIn } from '#lib/seal/keys.ts'
import { freePort } from './running-server.ts'

/** What our server is measured against in the same minute: one that only commits as much to the same disk. */
export async function startBareServer() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'clinic-bare-'))
  draftKeyIn(join(dataFolder, 'keys'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, ['tests/bench/bare-server.ts', dataFolder, String(port)], { stdio: 'inherit' })
  while (!(await isUp(origin))) await wait(50)

  async function remove() {
    child.kill()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { origin, dataFolder, remove }
}

function isUp(origin: string): Promise<boolean> {
  return fetch(origin, { redirect: 'manual' }).then(
    () => true,
    () => false,
  )
}
