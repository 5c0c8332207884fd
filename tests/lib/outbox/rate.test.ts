import { describe, expect, onTestFinished, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { startDelivering } from '#lib/outbox/run.ts'
import type { Outcome } from '#lib/outbox/settle.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { deliveriesIn, eventually, makeClock, oweDeliveries } from '#tests/support/delivery.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { keys } from '#tests/support/inquiry.ts'
import { timed } from '#tests/support/timed.ts'

const sent: Outcome = { kind: 'sent', providerId: 'p' }

type Options = { db: Db; deliver: () => Promise<Outcome>; perSecondMax: number; now?: () => number }

function start(options: Options) {
  const delivering = startDelivering({ report: () => {}, pollMs: 5, ...options })
  onTestFinished(() => delivering.stop())
}

const states = async (db: Db) => new Set((await deliveriesIn(db)).map(({ state }) => state))

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('two processes together deliver at the rate of one, within a tenth', { timeout: 20_000, ...timed }, async () => {
    const { db, place } = await makeDatabase()
    const perSecondMax = 10
    await oweDeliveries(db, 4 * perSecondMax, Date.now())
    const at: number[] = []
    const deliver = async () => {
      at.push(performance.now())
      // As slow as Resend: one after the other would be six a second.
      await new Promise((resolve) => setTimeout(resolve, 150))
      return sent
    }
    start({ db, deliver, perSecondMax })
    start({ db: openForTest(place), deliver, perSecondMax })
    await expect.poll(() => states(db), { timeout: 15_000 }).toEqual(new Set(['sent']))

    const tookMs = Math.max(...at) - Math.min(...at)
    const perSecond = ((at.length - 1) * 1000) / tookMs
    expect(perSecond).toBeGreaterThan(perSecondMax * 0.9)
    expect(perSecond).toBeLessThan(perSecondMax * 1.1)
  })
})

const { makeDatabase } = eachEngine[0] as (typeof eachEngine)[number]

test('without time passing, one goes and the others wait for their token', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 4)
  const clock = makeClock()
  let calls = 0
  start({
    db,
    now: clock.now,
    perSecondMax: 5,
    deliver: async () => {
      calls += 1
      return sent
    },
  })
  for (let tokens = 1; tokens <= 4; tokens += 1) {
    await eventually(() => expect(calls).toBe(tokens))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(calls).toBe(tokens)
    clock.forward(200)
  }
})

test('an answer that names another rate sets it', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 40, Date.now())
  const fake = await startFakeResend({ perSecond: 1000 })
  onTestFinished(() => fake.close())
  const mailer = resendMailer({ apiKey: 're_fake', baseUrl: fake.url })
  const deliver = deliverThrough(mailer, keys.privateKeys)
  const delivering = startDelivering({ db, deliver, report: () => {}, pollMs: 5, perSecondMax: mailer.perSecondMax })
  onTestFinished(() => delivering.stop())
  // At five a second it would take eight.
  await expect.poll(() => states(db), { timeout: 4000 }).toEqual(new Set(['sent']))
})

test('when Resend asks one for a rest, all rest, and not only the one that asked', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 3)
  const clock = makeClock()
  const calls: number[] = []
  start({
    db,
    now: clock.now,
    perSecondMax: 1000,
    deliver: async () => {
      calls.push(clock.now())
      return calls.length === 1
        ? { kind: 'retry', failure: 'rate-limit-exceeded', retryAfterMs: 3000, holdsAll: true }
        : sent
    },
  })
  await eventually(() => expect(calls).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 30))
  clock.forward(2900)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(calls).toHaveLength(1)

  await eventually(async () => {
    clock.forward(200)
    expect(await states(db)).toEqual(new Set(['sent']))
  })
})

test('one mail that gets no answer holds up no other', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 5, Date.now())
  let calls = 0
  let answer = () => {}
  start({
    db,
    perSecondMax: 100,
    deliver: () => {
      calls += 1
      if (calls > 1) return Promise.resolve(sent)
      return new Promise((resolve) => {
        answer = () => resolve(sent)
      })
    },
  })
  await eventually(async () =>
    expect((await deliveriesIn(db)).map(({ state }) => state).sort()).toEqual([
      'sending',
      'sent',
      'sent',
      'sent',
      'sent',
    ]),
  )
  answer()
})
