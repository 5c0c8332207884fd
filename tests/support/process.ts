import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Runs code in a Node process of its own, in this project's folder, with what is typed; resolves with what it printed. */
export async function runProcess(args: string[], env: Record<string, string> = {}, typed = '') {
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', TZ: 'UTC', ...env },
  })
  child.stdin.on('error', () => {}).end(typed)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const [code, signal] = await once(child, 'close')
  return { code, stdout, stderr, ...(signal && { signal }) }
}

export const runCode = (code: string) => runProcess(['--input-type=module-typescript', '-e', code])

/** Another process that holds the database's write lock, until released or the running test ends. */
export async function holdLock(path: string): Promise<{ release: () => Promise<void> }> {
  const code = `import Sqlite from 'better-sqlite3'
    const sqlite = new Sqlite(${JSON.stringify(path)})
    sqlite.exec('begin immediate')
    process.stdout.write('held')
    process.stdin.resume().on('end', () => process.exit())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')

  return {
    async release() {
      child.stdin.end()
      await once(child, 'close')
    },
  }
}
