import type { Result } from 'lighthouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { numberOf, startPhone } from './phone.ts'

const RUNS = 5
const BLOCKING_MS_MAX = 50
const MISSES_MAX = 2

let site: RunningServer
let phone: Awaited<ReturnType<typeof startPhone>>

beforeAll(async () => {
  site = await startServer()
  phone = await startPhone(site.origin)
})

afterAll(async () => {
  phone.close()
  await site.remove()
})

/** Every category short of full marks, with the audits that cost them: a failed run says what to mend. */
function faultsIn(result: Result): string[] {
  const names = ['accessibility', 'best-practices', 'seo']
  const audits = Object.values(result.audits).filter(({ score }) => score !== null && score < 0.9)
  const isShort = names.filter((name) => result.categories[name]?.score !== 1)
  return isShort.map((name) => `${name}: ${audits.map(({ id }) => id).join(', ')}`)
}

const speedOf = (result: Result) => ({
  performance: Math.round((result.categories.performance?.score ?? 0) * 100),
  blockingMs: Math.round(numberOf(result, 'total-blocking-time')),
})

/** One run in which Lighthouse saw the page; on a machine that is busy elsewhere it sometimes misses the first paint. */
async function openSeen(url: string): Promise<Result> {
  for (let misses = 0; ; misses += 1) {
    const result = await phone.open(url)
    if (Number.isFinite(numberOf(result, 'cumulative-layout-shift')) || misses === MISSES_MAX) return result
  }
}

test.each(['/', '/articles/can-ketamine-help-with-alcohol-addiction', '/contact'])(
  'a low-tier phone opens %s at once, and finds nothing wrong with it',
  async (path) => {
    const results: Result[] = []
    for (let run = 0; run < RUNS; run += 1) results.push(await openSeen(`${site.origin}${path}`))

    expect(results.flatMap(faultsIn)).toEqual([])
    expect(results.map((result) => numberOf(result, 'cumulative-layout-shift'))).toEqual(Array(RUNS).fill(0))
    // What else the machine does is slowed down fourteen times too, and only ever adds: the best run is the page.
    const speeds = results.map(speedOf).toSorted((a, b) => a.blockingMs - b.blockingMs)
    expect(speeds[0]?.performance, JSON.stringify(speeds)).toBeGreaterThanOrEqual(99)
    expect(speeds[0]?.blockingMs, JSON.stringify(speeds)).toBeLessThanOrEqual(BLOCKING_MS_MAX)
  },
)
