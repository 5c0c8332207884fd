import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

type Settings = Record<string, string>

/** The whole product as a process of its own, as `npm start` runs it after the build. */
export type RunningServer = {
  origin: string
  dataFolder: string
  /** What the process has printed so far. */
  printed: () => string
  /** Ends the process with a signal, waits until it is gone, and says with which code it went. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
  /** Starts it again with the same port and the same data. */
  startAgain: () => Promise<void>
  /** Ends it and removes its data. */
  remove: () => Promise<void>
}

const START_MS_MAX = 20_000

export async function startServer(settings: Settings = {}): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'clinic-data-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let child: ChildProcess
  let output = ''

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['lib/server/main.ts'], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataFolder, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (output += words))

    const deadline = Date.now() + START_MS_MAX
    while (Date.now() < deadline) {
      if (started.exitCode !== null) break
      if (await answers(origin)) return
      await wait(50)
    }
    throw new Error(`The server did not start.\n${output}`)
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }

  async function remove(): Promise<void> {
    await end('SIGKILL')
    await rm(dataFolder, { recursive: true, force: true })
  }

  await start()
  return { origin, dataFolder, printed: () => output, end, startAgain: start, remove }
}

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/contact`).then(
    (response) => response.ok,
    () => false,
  )
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
