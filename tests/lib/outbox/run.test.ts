import { expect, onTestFinished, test, vi } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import type { Claim } from '#lib/outbox/claim.ts'
import { type DeliveryEvent, startDelivering } from '#lib/outbox/run.ts'
import type { Outcome } from '#lib/outbox/settle.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { deliveriesIn, eventually, makeClock, onlyDeliveryIn, oweDeliveries } from '#tests/support/delivery.ts'
import { type Behaviour, startFakeResend } from '#tests/support/fake-resend.ts'
import { keys } from '#tests/support/inquiry.ts'

vi.setConfig({ testTimeout: 30_000 })

type Options = { now: () => number; pollMs?: number; db: Db; deliver: (claim: Claim) => Promise<Outcome> }

function start(options: Options) {
  const events: (DeliveryEvent & { event: string })[] = []
  const delivering = startDelivering({
    random: Math.random,
    pollMs: 2,
    report: (event, fields) => void events.push({ event, ...fields }),
    ...options,
  })
  onTestFinished(() => delivering.stop())
  return { events, ...delivering }
}

async function startWithResend(db: Db, now: () => number, options: Parameters<typeof startFakeResend>[0] = {}) {
  const fake = await startFakeResend(options)
  onTestFinished(() => fake.close())
  const mailer = resendMailer({ apiKey: 're_fake', baseUrl: fake.url, attemptMsMax: 200 })
  return { fake, ...start({ db, now, deliver: deliverThrough(mailer, keys.privateKeys) }) }
}

const states = async (db: Db) => (await deliveriesIn(db)).map(({ state }) => state)

test('sends the frozen mail of each inquiry, once', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 3)
  const { fake } = await startWithResend(db, makeClock().now)

  await eventually(async () => expect(await states(db)).toEqual(['sent', 'sent', 'sent']))
  expect(fake.mails()).toHaveLength(3)
})

test('a worker that dies after the provider accepted does not make a second mail', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  const clock = makeClock()
  const { fake } = await startWithResend(db, clock.now, { script: ['reset-after', 'hang-after', '200-truncated'] })

  await eventually(async () => {
    // A minute that passes while an attempt is under way would end its lease.
    if (!(await states(db)).includes('sending')) clock.forward(MINUTE_MS)
    expect(await states(db)).toEqual(['sent'])
  })
  expect(fake.requests().length).toBeGreaterThanOrEqual(4)
  expect(fake.mails()).toHaveLength(1)
})

test('delivers everything once through a provider that fails a third of the time', { timeout: 30_000 }, async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 40)
  const clock = makeClock()
  const among: Behaviour[] = [
    'rate-limit',
    '500-null',
    '502-html',
    '200-truncated',
    'reset-before',
    'reset-after',
    '302',
  ]
  let seed = 7
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const { fake } = await startWithResend(db, clock.now, { failing: { probability: 0.33, random, among } })

  await eventually(async () => {
    clock.forward(10_000)
    expect(new Set(await states(db))).toEqual(new Set(['sent']))
  })
  expect(fake.mails()).toHaveLength(40)
  expect(fake.requests().length).toBeGreaterThan(40)
})

test('stops 23 hours after the first attempt and asks for attention', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  const clock = makeClock()
  const attemptedAt: number[] = []
  start({
    db,
    now: clock.now,
    deliver: async () => {
      attemptedAt.push(clock.now())
      return { kind: 'retry', failure: 'no-answer' }
    },
  })

  await eventually(async () => {
    clock.forward(20 * MINUTE_MS)
    expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'attention', last_failure: 'deadline-passed' })
  })
  expect(Math.max(...attemptedAt) - Math.min(...attemptedAt)).toBeLessThan(23 * HOUR_MS)
  expect(attemptedAt.length).toBeGreaterThan(20)
})

test('when no mail can go at all, it asks four times an hour and keeps everything owed', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 5)
  const clock = makeClock()
  let probes = 0
  let outcome: Outcome = { kind: 'pause', failure: 'invalid-api-key' }
  start({
    db,
    now: clock.now,
    deliver: async () => {
      probes += 1
      return outcome
    },
  })

  await eventually(() => expect(probes).toBe(1))
  for (let minute = 0; minute < 30 * 60; minute += 5) {
    clock.forward(5 * MINUTE_MS)
    wakeDelivery()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(probes).toBeLessThanOrEqual(1 + 30 * 4)
  expect(new Set(await states(db))).toEqual(new Set(['pending']))

  outcome = { kind: 'sent', providerId: 'p' }
  clock.forward(16 * MINUTE_MS)
  await eventually(async () => expect(new Set(await states(db))).toEqual(new Set(['sent'])))
})

test('a handler that throws is tried again later, and its words are not repeated', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  const clock = makeClock()
  const { events } = start({ db, now: clock.now, deliver: () => Promise.reject(new TypeError('Canary')) })

  await eventually(async () =>
    expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending', last_failure: 'TypeError' }),
  )
  expect(JSON.stringify(events)).not.toContain('Canary')
})

test('outlives a database that cannot be used, without spinning, and goes on when it can', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  await db.schema.alterTable('delivery').renameTo('hidden').execute()
  const { events } = start({ db, now: makeClock().now, deliver: async () => ({ kind: 'sent', providerId: 'p' }) })

  await eventually(() => expect(events).toContainEqual(expect.objectContaining({ event: 'delivery-fault' })))
  expect(events.length).toBeLessThan(5)

  await db.schema.alterTable('hidden').renameTo('delivery').execute()
  await eventually(async () => expect(await states(db)).toEqual(['sent']))
})

test('a new inquiry is delivered at once, not at the next poll', async () => {
  const { db } = await makeDatabase()
  start({ db, now: makeClock().now, pollMs: 60_000, deliver: async () => ({ kind: 'sent', providerId: 'p' }) })
  await new Promise((resolve) => setTimeout(resolve, 20))

  await oweDeliveries(db, 1)
  wakeDelivery()
  await eventually(async () => expect(await states(db)).toEqual(['sent']))
})

test('stopping waits for the attempt under way and keeps its outcome', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 2)
  let finish = () => {}
  const begun = Promise.withResolvers<void>()
  const { stop } = start({
    db,
    now: makeClock().now,
    deliver: () => {
      begun.resolve()
      return new Promise((resolve) => {
        finish = () => resolve({ kind: 'sent', providerId: 'p' })
      })
    },
  })

  await begun.promise
  const stopped = stop()
  finish()
  await stopped
  expect((await states(db)).sort()).toEqual(['pending', 'sent'])
})
