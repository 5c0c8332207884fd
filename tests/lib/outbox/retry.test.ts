import { expect, test } from 'vitest'
import type { Schema } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { retryDelivery } from '#lib/outbox/retry.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { onlyDeliveryIn, oweDeliveries, START } from '#tests/support/delivery.ts'

async function retryFrom(state: Partial<Schema['delivery']>, now = START + HOUR_MS, isQuarantined = false) {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  if (isQuarantined) await db.updateTable('inquiry').set({ quarantined_at: START }).execute()
  await db.updateTable('delivery').set(state).execute()
  const inquiryId = String((await onlyDeliveryIn(db)).inquiry_id)
  return { retried: await retryDelivery(db, inquiryId, now), delivery: await onlyDeliveryIn(db) }
}

test('makes a delivery that needs attention due at once, with its 23 hours running on', async () => {
  const { retried, delivery } = await retryFrom({ state: 'attention', first_attempt_at: START, settled_at: START })
  expect(retried).toBe('due-now')
  expect(delivery).toMatchObject({
    state: 'pending',
    next_attempt_at: START + HOUR_MS,
    first_attempt_at: START,
    settled_at: null,
  })
})

test('begins afresh after the 23 hours, and says that the mail may repeat', async () => {
  const { retried, delivery } = await retryFrom({ state: 'attention', first_attempt_at: START }, START + 23 * HOUR_MS)
  expect(retried).toBe('due-now-may-repeat')
  expect(delivery.first_attempt_at).toBeNull()
})

test.each([
  ['sent', 'already-sent'],
  ['sending', 'being-sent'],
] as const)('leaves a delivery that is %s alone', async (state, answer) => {
  const { retried, delivery } = await retryFrom({ state })
  expect(retried).toBe(answer)
  expect(delivery.state).toBe(state)
})

test('an e-mail held back as possible spam stays held: to release it is another decision', async () => {
  const { retried, delivery } = await retryFrom({ state: 'held' }, START, true)
  expect(retried).toBe('held')
  expect(delivery.state).toBe('held')
})

test('an e-mail that only waits for a surge to end goes at once', async () => {
  const { retried, delivery } = await retryFrom({ state: 'held' })
  expect(retried).toBe('due-now')
  expect(delivery.state).toBe('pending')
})
