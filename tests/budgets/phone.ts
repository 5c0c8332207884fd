import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { CHROMIUM, CHROMIUM_FLAGS } from '#tests/support/chromium.ts'

/** Chrome's own score for a low-tier phone (a Moto G Power of 2022); the slowdown brings this machine down to it. */
const LOW_TIER_BENCHMARK = 264

type Phone = {
  /** Opens a page as a slow phone on a slow network would, and returns what Lighthouse saw. */
  open: (url: string, options?: { throttling?: 'simulate' | 'devtools' }) => Promise<Result>
  close: () => void
}

/** A low-tier phone: this machine's browser, slowed down by as much as this machine is faster. */
export async function startPhone(calibrationUrl: string): Promise<Phone> {
  const chrome = await launch({
    chromePath: CHROMIUM,
    chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS],
    logLevel: 'silent',
  })

  async function measure(url: string, cpuSlowdownMultiplier: number, throttlingMethod: 'simulate' | 'devtools') {
    const run = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'silent',
      formFactor: 'mobile',
      throttlingMethod,
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

  const { environment } = await measure(calibrationUrl, 1, 'simulate')
  const slowdown = Math.max(1, environment.benchmarkIndex / LOW_TIER_BENCHMARK)

  return {
    open: (url, { throttling = 'simulate' } = {}) => measure(url, slowdown, throttling),
    close: () => chrome.kill(),
  }
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

export function numberOf(result: Result, audit: string): number {
  return result.audits[audit]?.numericValue ?? Number.NaN
}
