import type { Result } from 'lighthouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePlainPage } from '#tests/support/plain-page.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { median, numberOf, startPhone } from './phone.ts'

const RUNS = 3
const PERFORMANCE_MIN = 99
const BLOCKING_MS_MAX = 50

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

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** The audits that cost a page points, by name: a failed run says what to mend. */
function lostPoints({ categories, audits }: Result, name: (typeof categories)[number]): string[] {
  const lost = (categories[name]?.auditRefs ?? []).filter(
    ({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9,
  )
  return lost.map(({ id }) => `${name}: ${id} (${audits[id]?.displayValue ?? audits[id]?.explanation ?? ''})`)
}

test.each(['/', '/articles/can-ketamine-help-with-alcohol-addiction', '/contact'])(
  'a low-tier phone opens %s as fast as a page written by hand, and finds nothing wrong with it',
  async (path) => {
    const plain = await servePlainPage(await (await fetch(`${site.origin}${path}`)).text())
    const ours: Result[] = []
    const theirs: Result[] = []
    // Turn by turn, so that whatever else this machine does slows both.
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await phone.open(`${site.origin}${path}`))
      theirs.push(await phone.open(plain.url))
    }
    plain.close()
    const audit = (results: Result[], name: string) => median(results.map((result) => numberOf(result, name)))
    const score = (name: string) => median(ours.map((result) => (result.categories[name]?.score ?? 0) * 100))

    const scores = Object.fromEntries(categories.map((name) => [name, Math.round(score(name))]))
    const lost = ours.flatMap((result) => categories.flatMap((name) => lostPoints(result, name)))
    expect(scores, lost.join('; ')).toEqual({
      performance: expect.toSatisfy((points) => points >= PERFORMANCE_MIN),
      accessibility: 100,
      'best-practices': 100,
      seo: 100,
    })
    expect(audit(ours, 'cumulative-layout-shift')).toBe(0)
    expect(audit(ours, 'total-blocking-time') - audit(theirs, 'total-blocking-time')).toBeLessThanOrEqual(
      BLOCKING_MS_MAX,
    )
  },
)
