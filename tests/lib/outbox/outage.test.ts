import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { raiseAlarms } from '#lib/inquiries/alarm.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import type { Claim } from '#lib/outbox/claim.ts'
import { isAnyDue } from '#lib/outbox/claim.ts'
import { findPause } from '#lib/outbox/pause.ts'
import { startDelivering } from '#lib/outbox/run.ts'
import type { Outcome } from '#lib/outbox/settle.ts'
import { makeDatabase, openForTest } from '#tests/support/database.ts'
import { deliveriesIn, makeClock, oweDeliveries } from '#tests/support/delivery.ts'
import { type Behaviour, startFakeResend } from '#tests/support/fake-resend.ts'
import { keys } from '#tests/support/inquiry.ts'
import { timed } from '#tests/support/timed.ts'

const STEP_MS = 5 * MINUTE_MS
const down: Behaviour[] = ['reset-before', '503-json', '502-html', '500-null', 'reset-after']

type Changing = (outcome: Outcome) => Outcome

/** So many processes that deliver from one database through one stand-in for Resend, on a clock that the test moves. */
async function startClinic({
  processes = 1,
  changing = (outcome) => outcome,
}: {
  processes?: number
  changing?: Changing
}) {
  const { db, path } = await makeDatabase()
  const clock = makeClock()
  const failing = { probability: 0, random: Math.random, among: down }
  const fake = await startFakeResend({ failing, now: clock.now })
  onTestFinished(() => fake.close())
  const deliver = deliverThrough(
    resendMailer({ apiKey: 're_fake', baseUrl: fake.url, attemptMsMax: 1000 }),
    keys.privateKeys,
  )
  for (let number = 0; number < processes; number += 1) {
    const delivering = startDelivering({
      db: number === 0 ? db : openForTest(path),
      deliver: async (claim: Claim) => changing(await deliver(claim)),
      report: () => {},
      now: clock.now,
      pollMs: 1,
    })
    onTestFinished(() => delivering.stop())
  }

  return {
    db,
    clock,
    fake,
    failWith(...among: Behaviour[]) {
      failing.among = among
      failing.probability = among.length > 0 ? 1 : 0
    },
    async pass(ms: number, eachStep: () => Promise<void> = async () => {}) {
      for (const end = clock.now() + ms; clock.now() < end; ) {
        clock.forward(STEP_MS)
        await eachStep()
        await untilIdle(db, clock.now)
      }
    },
  }
}

/** Nothing is on its way, and nothing that may be attempted is due. */
async function untilIdle(db: Db, now: () => number) {
  for (;;) {
    const pause = await findPause(db, now())
    const isPaused = pause !== undefined && now() < pause.until
    const isSending = (await deliveriesIn(db)).some(({ state }) => state === 'sending')
    if (!isSending && (isPaused || !(await isAnyDue(db, now())))) return
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

const statesIn = async (db: Db) => new Set((await deliveriesIn(db)).map(({ state }) => state))
const mailsPerDelivery = (mails: { idempotencyKey: string | undefined }[]) => {
  const counts = new Map<string | undefined, number>()
  for (const { idempotencyKey } of mails) counts.set(idempotencyKey, (counts.get(idempotencyKey) ?? 0) + 1)
  return [...counts.values()]
}

test('24 hours without Resend: every inquiry is taken, nothing goes twice, and after 23 hours a person is asked', {
  timeout: 120_000,
  ...timed,
}, async () => {
  const { db, clock, fake, failWith, pass } = await startClinic({ processes: 2 })
  failWith('reset-before', '503-json', '502-html', '500-null', 'reset-after')
  await oweDeliveries(db, 3, clock.now())
  let taken = 3
  let slowestMs = 0
  await pass(24 * HOUR_MS, async () => {
    if (clock.now() % (4 * HOUR_MS) !== 0) return
    const startedAt = performance.now()
    await oweDeliveries(db, 1, clock.now())
    slowestMs = Math.max(slowestMs, performance.now() - startedAt)
    taken += 1
  })

  const after = await deliveriesIn(db)
  expect(after).toHaveLength(taken)
  expect(after.filter(({ state }) => state === 'attention').map(({ last_failure }) => last_failure)).toEqual([
    'deadline-passed',
    'deadline-passed',
    'deadline-passed',
  ])
  expect(slowestMs).toBeLessThan(1000)

  const alarm = {
    publicKeys: keys.publicKeys,
    from: 'a@b.cc',
    to: 'manager@clinic.example',
    inboxUrl: 'https://x.yz',
  }
  expect(await raiseAlarms(db, clock.now(), alarm)).toBe(3)

  failWith()
  await pass(HOUR_MS)
  expect((await deliveriesIn(db)).filter(({ state }) => state === 'sent')).toHaveLength(taken)
  expect(Math.max(...mailsPerDelivery(fake.mails()))).toBe(1)
})

const refusals = { 'a revoked key': 'invalid-key', 'a used up month': 'monthly-quota' } as const

test.each(Object.entries(refusals))(
  '24 hours with %s: one try in a quarter of an hour, however many processes, and everything goes once it is put right',
  { timeout: 120_000 },
  async (_what, refusal) => {
    const { db, clock, fake, failWith, pass } = await startClinic({ processes: 2 })
    failWith(refusal)
    await oweDeliveries(db, 1, clock.now())
    await pass(STEP_MS)
    await oweDeliveries(db, 4, clock.now())
    await pass(24 * HOUR_MS)
    expect(fake.requests().length).toBeLessThanOrEqual(1 + 24 * 4)
    expect(fake.requests().length).toBeGreaterThan(90)
    expect(await statesIn(db)).toEqual(new Set(['pending']))

    failWith()
    await pass(20 * MINUTE_MS)
    expect(await statesIn(db)).toEqual(new Set(['sent']))
    expect(fake.mails()).toHaveLength(5)
    expect(await findPause(db, clock.now())).toBeUndefined()
  },
)

test('a used up day: nothing is tried before midnight UTC, and everything goes after it', async () => {
  const { db, clock, fake, failWith, pass } = await startClinic({ processes: 2 })
  failWith('daily-quota')
  await oweDeliveries(db, 1, clock.now())
  await pass(STEP_MS)
  await oweDeliveries(db, 2, clock.now())
  await pass(11.8 * HOUR_MS)
  expect(fake.requests()).toHaveLength(1)

  failWith()
  await pass(20 * MINUTE_MS)
  expect(fake.mails()).toHaveLength(3)
})

test('without the pause the same day would be a storm of tries, so these tests can fail', {
  timeout: 60_000,
}, async () => {
  const changing: Changing = (outcome) =>
    outcome.kind === 'pause' ? { kind: 'retry', failure: outcome.failure } : outcome
  const { db, clock, fake, failWith, pass } = await startClinic({ changing })
  failWith('invalid-key')
  await oweDeliveries(db, 5, clock.now())
  await pass(6 * HOUR_MS)
  expect(fake.requests().length).toBeGreaterThan(1 + 24 * 4)
})

/** Every answer is lost though the mail was taken, for 30 hours; Resend forgets the key after 24. */
async function loseEveryAnswer(eachStep: (db: Db) => Promise<void> = async () => {}) {
  const { db, clock, fake, failWith, pass } = await startClinic({})
  failWith('reset-after')
  await oweDeliveries(db, 2, clock.now())
  await pass(30 * HOUR_MS, () => eachStep(db))
  return mailsPerDelivery(fake.mails())
}

test('a key that Resend has forgotten is never used again, so nothing goes twice', { timeout: 60_000 }, async () => {
  expect(await loseEveryAnswer()).toEqual([1, 1])
})

test('without our 23 hours the same mails would go twice, so this test can fail', { timeout: 60_000 }, async () => {
  const withoutDeadline = async (db: Db) => {
    await db.updateTable('delivery').set({ first_attempt_at: null }).where('state', '=', 'pending').execute()
  }
  expect(Math.min(...(await loseEveryAnswer(withoutDeadline)))).toBeGreaterThan(1)
})
