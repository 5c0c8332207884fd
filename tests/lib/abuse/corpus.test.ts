import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TRAP_FIELD } from '#content/en/form.ts'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { draftFrom } from '#lib/inquiries/draft-cookie.ts'
import { legitimateSubmissions, waitingRoom } from '#tests/support/corpus/legitimate.ts'
import { robotSubmissions } from '#tests/support/corpus/robots.ts'
import { type Submission, submit } from '#tests/support/corpus/submission.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { type RouteSite, startRouteSite } from '#tests/support/route-site.ts'

vi.setConfig({ testTimeout: 120_000 })
isolateProcess({ SITE_ORIGIN: 'https://clinic.test', PROXY_HOPS: '1' })

let site: RouteSite
let now = Date.UTC(2026, 10, 2, 9)
const forward = (ms: number) => {
  now += Math.round(ms)
  vi.setSystemTime(now)
}

beforeAll(async () => {
  await migrateDatabase(database())
  site = await startRouteSite()
})
afterAll(() => database().destroy())

async function judge(submissions: Submission[]) {
  vi.useFakeTimers({ toFake: ['Date'] })
  const judged = []
  for (const submission of submissions) {
    const { isSent, status, location, cookie } = await submit(site, submission, forward)
    const reference = draftFrom(cookie, now)?.sent?.reference
    const row = await database()
      .selectFrom('inquiry')
      .selectAll()
      .where('reference', '=', reference ?? '')
      .executeTakeFirst()
    judged.push({
      kind: submission.kind,
      isStored: isSent && row !== undefined,
      isHeld: row?.quarantined_at != null,
      score: row?.spam_score ?? 0,
      signals: row?.spam_signals ?? `${status} ${location}`,
      text: `${submission.fields.name}: ${submission.fields.message}`,
    })
  }
  vi.useRealTimers()
  return judged
}

test('of people who ask for help, in any language and with any browser, nobody is refused or held back', async () => {
  const judged = await judge([...legitimateSubmissions(540, 7), ...waitingRoom(11)])
  const harmed = judged.filter(({ isStored, isHeld }) => !isStored || isHeld)
  const highest = Math.max(...judged.map(({ score }) => score))
  process.stdout.write(`people: ${judged.length} sent, ${harmed.length} harmed, highest score ${highest}\n`)
  expect(judged.length).toBeGreaterThanOrEqual(500)
  expect(harmed).toEqual([])
})

test('of what robots send, at least 95 of 100 are held back, and none is refused', async () => {
  const judged = await judge(robotSubmissions(13))
  const held = judged.filter(({ isHeld }) => isHeld).length
  const kinds = [...new Set(judged.map(({ kind }) => kind))].map((kind) => {
    const all = judged.filter((one) => one.kind === kind)
    return `${kind} ${all.filter(({ isHeld }) => isHeld).length}/${all.length}`
  })
  process.stdout.write(`robots: ${held} of ${judged.length} held (${kinds.join(', ')})\n`)
  expect(judged.length).toBeGreaterThanOrEqual(200)
  expect(judged.filter(({ isStored }) => !isStored)).toEqual([])
  expect(held / judged.length).toBeGreaterThanOrEqual(0.95)
})

test('the control: a robot that does all as a browser does and says nothing passes, so what holds the others is what they do', async () => {
  const { headers = {}, tookMs = 0 } = { headers: legitimateSubmissions(1, 7)[0]?.headers, tookMs: 9000 }
  const tame = robotSubmissions(17)
    .filter(({ kind }) => kind === 'bare post' || kind === 'fills every field')
    .map((robot, at) => ({
      ...robot,
      headers,
      tookMs,
      address: `45.77.${at}.1`,
      fields: { ...robot.fields, [TRAP_FIELD]: '' },
    }))
  const judged = await judge(tame)
  expect(judged.filter(({ isHeld }) => isHeld)).toEqual([])
})
