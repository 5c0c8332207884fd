import type { Result } from 'lighthouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { median, numberOf, startPhone } from './phone.ts'

const RUNS = 3

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

const scoreOf = (result: Result, category: string) => Math.round((result.categories[category]?.score ?? 0) * 100)

test.each(['/', '/articles/can-ketamine-help-with-alcohol-addiction', '/contact'])(
  'a low-tier phone opens %s at once, and finds nothing wrong with it',
  async (path) => {
    const results: Result[] = []
    for (let run = 0; run < RUNS; run += 1) results.push(await phone.open(`${site.origin}${path}`))
    const score = (category: string) => median(results.map((result) => scoreOf(result, category)))
    const audit = (name: string) => median(results.map((result) => numberOf(result, name)))

    expect({
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      shift: audit('cumulative-layout-shift'),
    }).toEqual({ accessibility: 100, bestPractices: 100, seo: 100, shift: 0 })
    expect(score('performance')).toBeGreaterThanOrEqual(99)
    expect(audit('total-blocking-time')).toBeLessThanOrEqual(50)
  },
)
