import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { folderOnDisk } from './disk-folder.ts'

type Settings = Record<string, string>
type Ending = { code: number | null; signal: NodeJS.Signals | null }

/** The whole product as a process of its own, as `npm start` runs it after the build. */
export type RunningServer = {
  origin: string
  dataFolder: string
  databasePath: string
  /** What the process has printed so far. */
  printed: () => string
  /** Ends the process with a signal, waits until it is gone, and says with which code it went. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
  /** Waits until the process has ended by itself, and says how. */
  gone: () => Promise<Ending>
  /** Starts it again with the same port and the same data; settings given here last until the next start. */
  startAgain: (changes?: Settings) => Promise<void>
  /** Ends it and removes its data. */
  remove: () => Promise<void>
}

/** A start takes a second or two; on a machine that does ten other things, many more. */
const START_MS_MAX = 120_000

/** A data folder that is given belongs to somebody else, and is left alone. The program is the server alone, or what `npm start` runs. */
export async function startServer(
  settings: Settings = {},
  given: { dataFolder?: string; program?: 'lib/server/main.ts' | 'lib/cli/start.ts' } = {},
): Promise<RunningServer> {
  const dataFolder = given.dataFolder ?? (await mkdtemp(join(folderOnDisk(), 'clinic-data-')))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let child: ChildProcess
  let ending: Promise<Ending>
  let output = ''

  async function start(changes: Settings = {}): Promise<void> {
    const all = { PORT: String(port), DATA_DIR: dataFolder, ...settings, ...changes }
    child = spawn(process.execPath, [given.program ?? 'lib/server/main.ts'], {
      // As a person starts it: whatever else it needs, it must set itself.
      env: { PATH: process.env.PATH, ...all } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = child
    ending = new Promise((resolve) => started.once('exit', (code, signal) => resolve({ code, signal })))
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (output += words))

    const deadline = Date.now() + START_MS_MAX
    while (Date.now() < deadline && !hasEnded(started)) {
      if (await answers(origin)) return
      await wait(50)
    }
    throw new Error(`The server did not start.\n${output}`)
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    child.kill(signal)
    return (await ending).code
  }

  async function remove(): Promise<void> {
    await end('SIGKILL')
    if (!given.dataFolder) await rm(dataFolder, { recursive: true, force: true })
  }

  await start()
  const databasePath = join(dataFolder, 'clinic.db')
  return { origin, dataFolder, databasePath, printed: () => output, end, gone: () => ending, startAgain: start, remove }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/health`).then(
    (response) => response.ok,
    () => false,
  )
}

const PORTS = { first: 10_000, eachWorker: 2_000 }
let asked = process.pid * 61

/**
 * A port that no other worker is given. The system's own choice may be given twice before either listens, or be the
 * near end of some connection by then; a test would then talk to another test's server.
 */
export async function freePort(): Promise<number> {
  const first = PORTS.first + PORTS.eachWorker * (Number(process.env.VITEST_POOL_ID ?? 0) % 10)
  for (;;) {
    asked += 1
    const port = first + (asked % PORTS.eachWorker)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const isListening = await new Promise((resolve) =>
    server
      .once('listening', () => resolve(true))
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1'),
  )
  await new Promise((resolve) => server.close(resolve))
  return isListening === true
}
