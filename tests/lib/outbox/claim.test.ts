import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { claimDelivery, LEASE_MS } from '#lib/outbox/claim.ts'
import { settleDelivery } from '#lib/outbox/settle.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { onlyDeliveryIn, oweDeliveries, START } from '#tests/support/delivery.ts'

const random = () => 1

test('one of two workers gets a delivery', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)

  const claims = await Promise.all(['a', 'b'].map((owner) => claimDelivery(db, { owner, now: START })))
  expect(claims.filter(Boolean)).toHaveLength(1)
})

test('nothing is taken before it is due', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  expect(await claimDelivery(db, { owner: 'a', now: START - 1 })).toBeUndefined()
})

test('a delivery whose worker died is taken again when the lease ends, not before', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  await claimDelivery(db, { owner: 'dead', now: START })

  expect(await claimDelivery(db, { owner: 'b', now: START + LEASE_MS - 1 })).toBeUndefined()
  expect(await claimDelivery(db, { owner: 'b', now: START + LEASE_MS })).toMatchObject({
    attempts: 2,
    firstAttemptAt: START,
  })
})

test('a worker whose lease ended cannot settle, so the outcome of its successor stands', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  const late = await claimDelivery(db, { owner: 'late', now: START })
  const successor = await claimDelivery(db, { owner: 'b', now: START + LEASE_MS })
  if (!late || !successor) throw new Error('Both must have had it.')

  expect(await settleDelivery(db, late, { kind: 'attention', failure: 'x' }, { now: START, random })).toBe(false)
  expect(await settleDelivery(db, successor, { kind: 'sent', providerId: 'p' }, { now: START, random })).toBe(true)
  expect(await settleDelivery(db, late, { kind: 'retry', failure: 'x' }, { now: START, random })).toBe(false)
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'sent', provider_id: 'p', owner: null })
})

test('a clock set back by a day strands neither a lease nor a retry', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  await claimDelivery(db, { owner: 'dead', now: START })

  const claim = await claimDelivery(db, { owner: 'b', now: START - 25 * HOUR_MS })
  expect(claim).toBeDefined()
})

test('a clock that is a few seconds behind steals no lease', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1)
  await claimDelivery(db, { owner: 'a', now: START })
  expect(await claimDelivery(db, { owner: 'b', now: START - 5000 })).toBeUndefined()
})
