import { expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { claimDelivery } from '#lib/outbox/claim.ts'
import { type Outcome, settleDelivery } from '#lib/outbox/settle.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { onlyDeliveryIn, oweDeliveries, START } from '#tests/support/delivery.ts'

async function settleAt(db: Db, now: number, outcome: Outcome) {
  const claim = await claimDelivery(db, { owner: 'a', now })
  if (!claim) throw new Error('Nothing was due.')
  await settleDelivery(db, claim, outcome, { now, random: () => 1 })
  return onlyDeliveryIn(db)
}

async function makeOwing() {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  return db
}

test('a sent delivery is over', async () => {
  const db = await makeOwing()
  expect(await settleAt(db, START, { kind: 'sent', providerId: 'p' })).toMatchObject({
    state: 'sent',
    provider_id: 'p',
    settled_at: START,
    lease_until: null,
  })
  expect(await claimDelivery(db, { owner: 'a', now: START + 100 * HOUR_MS })).toBeUndefined()
})

test('a failed attempt is due again after its wait', async () => {
  const db = await makeOwing()
  expect(await settleAt(db, START, { kind: 'retry', failure: 'no-answer' })).toMatchObject({
    state: 'pending',
    last_failure: 'no-answer',
    next_attempt_at: START + 2000,
    attempts: 1,
  })
})

test('the last wait ends at the deadline, not after it', async () => {
  const db = await makeOwing()
  await settleAt(db, START, { kind: 'retry', failure: 'no-answer' })
  const last = START + 23 * HOUR_MS - 1
  expect(await settleAt(db, last, { kind: 'retry', failure: 'no-answer', retryAfterMs: 60_000 })).toMatchObject({
    next_attempt_at: START + 23 * HOUR_MS,
  })
})

test('a refusal of everything does not start the 23 hours', async () => {
  const db = await makeOwing()
  expect(await settleAt(db, START, { kind: 'pause', failure: 'invalid-api-key' })).toMatchObject({
    state: 'pending',
    attempts: 0,
    first_attempt_at: null,
    last_failure: 'invalid-api-key',
  })
})

test('a refusal of everything does not stop the 23 hours of an attempt that may have arrived', async () => {
  const db = await makeOwing()
  await settleAt(db, START, { kind: 'retry', failure: 'no-answer' })
  expect(await settleAt(db, START + HOUR_MS, { kind: 'pause', failure: 'invalid-api-key' })).toMatchObject({
    attempts: 1,
    first_attempt_at: START,
  })
})

test('what cannot be delivered waits for a person', async () => {
  const db = await makeOwing()
  expect(await settleAt(db, START, { kind: 'attention', failure: 'validation-error' })).toMatchObject({
    state: 'attention',
    last_failure: 'validation-error',
    settled_at: START,
  })
  expect(await claimDelivery(db, { owner: 'a', now: START + HOUR_MS })).toBeUndefined()
})
