import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { measured } from '#tests/support/faults.ts'
import { startServer } from '#tests/support/running-server.ts'

const START_MS_MAX = 3_000
/** On a machine that is slower or busy, what counts is how much work a start is: so many starts of a Node.js that does nothing. */
const EMPTY_STARTS_MAX = 100
const TRIES = [1, 2, 3]

test('a start with nothing changed builds nothing, and is up in three seconds', async () => {
  // The address that the build was made for: another would build again.
  const settings = { SITE_ORIGIN: 'http://localhost:3000', NODE_ENV: 'production' }
  const server = await startServer(settings, { program: 'lib/cli/start.ts' })
  onTestFinished(() => server.remove())

  let fastestMs = Number.POSITIVE_INFINITY
  let emptyMs = Number.POSITIVE_INFINITY
  for (const _ of TRIES) {
    await server.end('SIGTERM')
    emptyMs = Math.min(emptyMs, await timeOf(async () => execFileSync(process.execPath, ['-e', '0'])))
    fastestMs = Math.min(fastestMs, await timeOf(() => server.startAgain()))
  }

  const seconds = (fastestMs / 1000).toFixed(1)
  measured({
    row: 'start',
    done: `started ${TRIES.length} times with nothing changed`,
    target: `up in ${START_MS_MAX / 1000} s, or in ${EMPTY_STARTS_MAX} starts of an empty Node.js`,
    measured: `${seconds} s, ${(fastestMs / emptyMs).toFixed(0)} empty starts`,
    isMet: fastestMs < Math.max(START_MS_MAX, EMPTY_STARTS_MAX * emptyMs),
  })
  expect(server.printed()).not.toMatch(/Compiling|Building/)
})

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
