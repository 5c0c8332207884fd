import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHROMIUM, CHROMIUM_FLAGS } from '#tests/support/chromium.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'

/** Chrome's own score for a low-tier phone (a Moto G Power of 2022); the slowdown brings this machine down to it. */
const LOW_TIER_BENCHMARK = 264
const RUNS = 3

let site: RunningServer
let chrome: Awaited<ReturnType<typeof launch>>

beforeAll(async () => {
  site = await startServer()
  chrome = await launch({
    chromePath: CHROMIUM,
    chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS],
    logLevel: 'silent',
  })
})

afterAll(async () => {
  chrome.kill()
  await site.remove()
})

async function measure(path: string, cpuSlowdownMultiplier: number): Promise<Result> {
  const run = await lighthouse(`${site.origin}${path}`, {
    port: chrome.port,
    logLevel: 'silent',
    formFactor: 'mobile',
    throttling: {
      rttMs: 150,
      throughputKbps: 1638.4,
      requestLatencyMs: 562.5,
      downloadThroughputKbps: 1474.56,
      uploadThroughputKbps: 675,
      cpuSlowdownMultiplier,
    },
  })
  if (!run) throw new Error('Lighthouse gave no result')
  return run.lhr
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const scoreOf = (result: Result, category: string) => Math.round((result.categories[category]?.score ?? 0) * 100)

test.each(['/', '/articles/can-ketamine-help-with-alcohol-addiction', '/contact'])(
  'a low-tier phone opens %s at once',
  async (path) => {
    const { environment } = await measure(path, 1)
    const slowdown = Math.max(1, environment.benchmarkIndex / LOW_TIER_BENCHMARK)
    const results: Result[] = []
    for (let run = 0; run < RUNS; run += 1) results.push(await measure(path, slowdown))
    const scores = (category: string) => results.map((result) => scoreOf(result, category))
    const blockingMs = results.map((result) => result.audits['total-blocking-time']?.numericValue ?? Number.NaN)
    const shift = results.map((result) => result.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN)

    expect({
      performance: median(scores('performance')),
      accessibility: median(scores('accessibility')),
      bestPractices: median(scores('best-practices')),
      seo: median(scores('seo')),
      shift: median(shift),
    }).toEqual({
      performance: expect.toSatisfy((score) => score >= 99),
      accessibility: 100,
      bestPractices: 100,
      seo: 100,
      shift: 0,
    })
    expect(median(blockingMs)).toBeLessThanOrEqual(50)
  },
)
