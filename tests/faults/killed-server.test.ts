import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Behaviour, startFakeResend } from '#tests/support/fake-resend.ts'
import { startServer } from '#tests/support/running-server.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

const SEED = Number(process.env.SEED ?? 7)
const INQUIRIES = 200
const VISITORS_AT_ONCE = 4
const FAULT_PROBABILITY = 0.3
/** Refusals, and answers that get lost after Resend has taken the mail: the second kind is what makes doubles. */
const faults: Behaviour[] = [
  '500-json',
  '503-json',
  '502-html',
  '500-null',
  'in-flight',
  'reset-before',
  'reset-after',
  'reset-mid-body',
  '200-empty',
  '200-truncated',
]
const KILLS_MIN = 25
const LIVE_MS = { min: 100, max: 1_200 }
const SETTLE_MS_MAX = 240_000

type Run = { accepted: Map<string, string>; copies: Map<string, number>; kills: number }

/** Sends inquiries while the whole server is killed at random and Resend fails, then waits until the queue is empty. */
async function runWithKills({ isResendForgetful }: { isResendForgetful: boolean }): Promise<Run> {
  const random = seededRandom(SEED)
  const resend = await startFakeResend({
    failing: { probability: FAULT_PROBABILITY, random, among: faults },
    forgetsKeys: isResendForgetful,
  })
  const server = await startServer({
    RESEND_API_KEY: 're_fake',
    RESEND_BASE_URL: resend.url,
    INQUIRY_EMAIL: 'full',
    MAIL_FROM: 'front-desk@clinic.test',
    CLINIC_INBOX: 'inbox@clinic.test',
  })
  const accepted = new Map<string, string>()
  const waiting = Array.from({ length: INQUIRIES }, (_, number) => `Visitor ${number}.`)
  let kills = 0

  async function visit(): Promise<void> {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      accepted.set(name, await sendInquiry(server.origin, { ...typedByPhone, name }))
    }
  }

  async function killAtRandom(isOver: () => boolean): Promise<void> {
    while (!isOver() || kills < KILLS_MIN) {
      await wait(LIVE_MS.min + random() * (LIVE_MS.max - LIVE_MS.min))
      await server.end('SIGKILL')
      kills += 1
      await server.startAgain()
    }
  }

  let isOver = false
  const killing = killAtRandom(() => isOver)
  await Promise.all(Array.from({ length: VISITORS_AT_ONCE }, visit))
  isOver = true
  await killing

  const copiesOf = (name: string) => resend.mails().filter(({ payload }) => String(payload.text).includes(name)).length
  const deadline = Date.now() + SETTLE_MS_MAX
  while (Date.now() < deadline && [...accepted.keys()].some((name) => copiesOf(name) === 0)) await wait(500)
  // One lease longer: a delivery that was in flight at the last kill is tried once more, and must not double.
  await wait(65_000)

  const copies = new Map([...accepted.keys()].map((name) => [name, copiesOf(name)]))
  await server.remove()
  await resend.close()
  return { accepted, copies, kills }
}

test.concurrent('the server is killed again and again, and every accepted inquiry arrives exactly once', async () => {
  const { accepted, copies, kills } = await runWithKills({ isResendForgetful: false })

  expect(accepted.size).toBe(INQUIRIES)
  expect(new Set(accepted.values()).size).toBe(INQUIRIES)
  expect(kills).toBeGreaterThanOrEqual(KILLS_MIN)
  expect([...copies].filter(([, count]) => count !== 1)).toEqual([])
})

test.concurrent('the control: when Resend ignores the idempotency key, the same run sends doubles', async () => {
  const { copies } = await runWithKills({ isResendForgetful: true })

  expect([...copies.values()].filter((count) => count > 1).length).toBeGreaterThan(0)
})
