import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { claimDelivery, LEASE_MS } from '#lib/outbox/claim.ts'
import { retryDelivery } from '#lib/outbox/retry.ts'
import { settleDelivery } from '#lib/outbox/settle.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { onlyDeliveryIn, owePlainDeliveries, START } from '#tests/support/delivery.ts'
import { runCode } from '#tests/support/process.ts'

const WORKERS = 8
const DELIVERIES = process.env.FAULTS === 'full' ? 10_000 : 600
const random = () => 1
const sent = { kind: 'sent', providerId: 'p' } as const

async function claimAll(db: Db, owner: string): Promise<string[]> {
  const claimed: string[] = []
  for (;;) {
    const claim = await claimDelivery(db, { owner, now: START })
    if (!claim) return claimed
    claimed.push(claim.id)
  }
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test(`${WORKERS} workers claim ${DELIVERIES} deliveries, each once`, { timeout: 600_000 }, async () => {
    const { db, place } = await makeDatabase()
    await owePlainDeliveries(db, DELIVERIES)
    const workers = Array.from({ length: WORKERS }, () => openForTest(place))

    const claimed = (await Promise.all(workers.map((worker, number) => claimAll(worker, `w${number}`)))).flat()
    expect(claimed).toHaveLength(DELIVERIES)
    expect(new Set(claimed).size).toBe(DELIVERIES)
  })

  test('two processes claim three hundred deliveries, each once', { timeout: 60_000 }, async () => {
    const { db, place } = await makeDatabase()
    await owePlainDeliveries(db, 300)
    const code = `
      import { openDatabase } from '#lib/db/connection.ts'
      import { claimDelivery } from '#lib/outbox/claim.ts'
      const db = openDatabase(${JSON.stringify(place)})
      for (let claim; (claim = await claimDelivery(db, { owner: 'w' + process.pid, now: ${START} })); )
        process.stdout.write(claim.id + ' ')
      await db.destroy()`

    const runs = await Promise.all([runCode(code), runCode(code)])
    const claimed = runs.flatMap(({ stdout }) => stdout.split(' ').filter(Boolean))
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: '' })))
    expect([claimed.length, new Set(claimed).size]).toEqual([300, 300])
  })

  test('the one that is due longest is taken first, with what it holds', async () => {
    const { db } = await makeDatabase()
    await owePlainDeliveries(db, 3)
    await db
      .updateTable('delivery')
      .set({ next_attempt_at: START - 5 })
      .where('id', '=', 'delivery-1')
      .execute()

    expect(await claimDelivery(db, { owner: 'a', now: START })).toEqual({
      id: 'delivery-1',
      inquiryId: null,
      kind: 'digest',
      sealedPayload: Buffer.of(1, 2, 3),
      attempts: 1,
      firstAttemptAt: START,
      owner: 'a',
    })
  })

  test('a lease runs out, and then only its successor may settle', async () => {
    const { db } = await makeDatabase()
    await owePlainDeliveries(db, 1)
    const late = await claimDelivery(db, { owner: 'late', now: START })
    expect(await claimDelivery(db, { owner: 'b', now: START + LEASE_MS - 1 })).toBeUndefined()
    const successor = await claimDelivery(db, { owner: 'b', now: START + LEASE_MS })
    if (!late || !successor) throw new Error('Both must have had it.')

    expect(await settleDelivery(db, late, sent, { now: START, random })).toBe(false)
    expect(await settleDelivery(db, successor, sent, { now: START, random })).toBe(true)
    expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'sent', provider_id: 'p', owner: null, attempts: 2 })
  })

  test('what failed is due again after its wait, and what waits for a person only on their word', async () => {
    const { db } = await makeDatabase()
    const inquiryId = await oweForInquiry(db)
    const first = await claimDelivery(db, { owner: 'a', now: START })
    if (!first) throw new Error('It must be due.')
    await settleDelivery(db, first, { kind: 'retry', failure: 'no-answer' }, { now: START, random })
    expect(await claimDelivery(db, { owner: 'a', now: START + 1999 })).toBeUndefined()

    const second = await claimDelivery(db, { owner: 'a', now: START + 2000 })
    if (!second) throw new Error('It must be due.')
    await settleDelivery(db, second, { kind: 'attention', failure: 'validation-error' }, { now: START, random })
    expect(await claimDelivery(db, { owner: 'a', now: START + 5000 })).toBeUndefined()
    expect(await retryDelivery(db, inquiryId, START + 6000)).toBe('due-now')
    expect(await claimDelivery(db, { owner: 'a', now: START + 6000 })).toMatchObject({ attempts: 3 })
  })

  test('a word to try again and a claim at the same moment never give a delivery to two workers', async () => {
    const { db, place } = await makeDatabase()
    const other = openForTest(place)
    const inquiryId = await oweForInquiry(db)

    for (let round = 0; round < 30; round += 1) {
      await db.updateTable('delivery').set({ state: 'pending', owner: null, next_attempt_at: START }).execute()
      const [retried, claim] = await Promise.all([
        retryDelivery(db, inquiryId, START),
        claimDelivery(other, { owner: 'a', now: START }),
      ])
      const again = await claimDelivery(other, { owner: 'b', now: START })
      expect({ retried, claims: [claim, again].filter(Boolean).length }).toEqual({
        retried: expect.stringMatching(/^(due-now|being-sent)$/),
        claims: 1,
      })
    }
  })
})

async function oweForInquiry(db: Db): Promise<string> {
  await owePlainDeliveries(db, 1)
  const inquiry = { id: 'i', reference: 'KW-22222', received_at: START, locale: 'en', key_id: 'k' }
  await db
    .insertInto('inquiry')
    .values({ ...inquiry, sealed: Buffer.of(1), status: 'new' })
    .execute()
  await db.updateTable('delivery').set({ inquiry_id: 'i', kind: 'clinic' }).execute()
  return 'i'
}
