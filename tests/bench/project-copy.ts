import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Building = { tookMs: number; contentMs: number; processorMs: number; memoryMb: number }

const notCopied = new Set(['node_modules', '.git', '.next', '.contentlayer', 'data'])
const SAMPLE_MS = 250

/** The project without its history and its builds; the packages are hard links, because Turbopack follows no link that leaves the project. */
export async function copyProject(): Promise<string> {
  const source = process.cwd()
  const copy = await mkdtemp(join(tmpdir(), 'clinic-bench-'))
  for (const entry of await readdir(source)) {
    if (!notCopied.has(entry)) await cp(join(source, entry), join(copy, entry), { recursive: true })
  }
  await linkPackages(copy)
  return copy
}

export async function linkPackages(project: string): Promise<void> {
  const [packages, target] = [join(process.cwd(), 'node_modules'), join(project, 'node_modules')]
  if (await run('cp', ['-al', packages, target])) return
  await rm(target, { recursive: true, force: true })
  await cp(packages, target, { recursive: true, verbatimSymlinks: true })
}

async function run(program: string, words: string[]): Promise<boolean> {
  const [code] = await once(spawn(program, words, { stdio: 'ignore' }), 'close')
  return code === 0
}

/** Builds the project, as `npm run build` does or with a script of its own; how long all of it and the compiling before the pages took, and its peak memory. */
export async function measureBuild(project: string, script = 'lib/cli/build.ts'): Promise<Building> {
  const started = performance.now()
  const usedBefore = processorMsOfChildren()
  const child = spawn(process.execPath, [script], {
    cwd: project,
    // Contentlayer trusts PWD over its working directory.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PATH: process.env.PATH, PWD: project },
      DATA_DIR: join(project, 'data'),
    },
  })
  let output = ''
  let contentMs = 0
  child.stdout.on('data', (words) => {
    output += words
    if (contentMs === 0 && output.includes('pages …')) contentMs = performance.now() - started
  })
  child.stderr.on('data', (words) => {
    output += words
  })

  let memoryMb = 0
  const timer = setInterval(async () => {
    memoryMb = Math.max(memoryMb, await memoryOf(child.pid ?? 0))
  }, SAMPLE_MS)
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (code !== 0) throw new Error(`The build failed.\n${output}`)
  const tookMs = performance.now() - started
  return { tookMs, contentMs, processorMs: processorMsOfChildren() - usedBefore, memoryMb }
}

/** The memory of a process and its descendants, shared pages counted once; 0 where there is no /proc. */
async function memoryOf(root: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const entry of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isOurs = (id: number | undefined): boolean => id === root || (id !== undefined && isOurs(parents.get(id)))
  const shares = [...parents.keys()].filter(isOurs).map(async (id) => {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  })
  return Math.round((await Promise.all(shares)).reduce((sum, kb) => sum + kb, 0) / 1024)
}

const TICK_MS = 10

/** Processor time of all ended child processes, which another user of the machine cannot stretch; 0 without /proc. */
function processorMsOfChildren(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(13, 15)
      .map(Number)
    return (user + system) * TICK_MS
  } catch {
    return 0
  }
}
