import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db, DeliveryFate } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { claimDelivery } from '#lib/outbox/claim.ts'
import { forgetOldEvents, type ProviderEvent, recordProviderEvent } from '#lib/outbox/provider-event.ts'
import { settleDelivery } from '#lib/outbox/settle.ts'
import { eachEngine } from '#tests/support/database.ts'
import { onlyDeliveryIn, oweDeliveries, START } from '#tests/support/delivery.ts'

const fates: (DeliveryFate | undefined)[] = [
  undefined,
  'delayed',
  'delivered',
  'failed',
  'suppressed',
  'bounced',
  'complained',
]

/** News about the only delivery; `number` makes its id and its time. */
function news(number: number, fate: DeliveryFate | undefined, deliveryId: string): ProviderEvent {
  return {
    id: `msg_${number}`,
    type: fate ? `email.${fate}` : 'email.sent',
    createdAt: START + number * 1000,
    deliveryId,
    providerId: 'p',
    provesTaken: true,
    ...(fate && { fate }),
  }
}

const eventsIn = (db: Db) => db.selectFrom('webhook_event').selectAll().orderBy('id').execute()
const fateIn = async (db: Db) => {
  const { state, fate, fate_at, settled_at, provider_id } = await onlyDeliveryIn(db)
  return { state, fate, fate_at, settled_at, provider_id }
}

async function putBack(db: Db) {
  await db.deleteFrom('webhook_event').execute()
  await db
    .updateTable('delivery')
    .set({ state: 'pending', fate: null, fate_at: null, settled_at: null, provider_id: null })
    .execute()
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function makeOwing() {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1)
    return { db, id: (await onlyDeliveryIn(db)).id }
  }

  test('the same news in any order, however often each comes, ends in the same state', {
    timeout: 60_000,
  }, async () => {
    const { db, id } = await makeOwing()
    const chosen = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 6 })
    const case_ = fc
      .tuple(chosen, fc.array(fc.constantFrom(...fates), { minLength: 10, maxLength: 10 }))
      .map(([numbers, kinds]) => numbers.map((number) => news(number, kinds[number], id)))
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events, ...events], { minLength: events.length * 3 }),
        ),
      )

    await fc.assert(
      fc.asyncProperty(case_, async ([events, shuffled]) => {
        await putBack(db)
        for (const event of events) await recordProviderEvent(db, event, START)
        const expected = await fateIn(db)

        await putBack(db)
        for (const event of shuffled) await recordProviderEvent(db, event, START)
        expect(await fateIn(db)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('the same news fifty times at once is written once', async () => {
    const { db, id } = await makeOwing()
    const event = news(1, 'delivered', id)
    await Promise.all(Array.from({ length: 50 }, () => recordProviderEvent(db, event, START)))
    expect(await eventsIn(db)).toHaveLength(1)
  })

  test('news under an id that came before changes nothing, whatever it says', async () => {
    const { db, id } = await makeOwing()
    await recordProviderEvent(db, news(1, 'delivered', id), START)
    await recordProviderEvent(db, { ...news(2, 'bounced', id), id: 'msg_1' }, START)
    expect(await fateIn(db)).toMatchObject({ fate: 'delivered' })
  })

  test.each([
    ['delivered', 'bounced', 'bounced'],
    ['bounced', 'delivered', 'bounced'],
    ['delayed', 'delivered', 'delivered'],
    ['delivered', 'delayed', 'delivered'],
    ['delivered', 'complained', 'complained'],
    ['complained', 'bounced', 'complained'],
  ] as const)('%s and then %s is %s', async (first, second, final) => {
    const { db, id } = await makeOwing()
    await recordProviderEvent(db, news(1, first, id), START)
    await recordProviderEvent(db, news(2, second, id), START)
    expect(await fateIn(db)).toMatchObject({ fate: final })
  })

  test.each(['pending', 'sending', 'attention'] as const)(
    'news that the mail was taken settles a delivery that is %s for lack of a clear answer',
    async (state) => {
      const { db, id } = await makeOwing()
      await db.updateTable('delivery').set({ state, last_failure: 'no-answer', first_attempt_at: START }).execute()
      await recordProviderEvent(db, news(1, undefined, id), START)

      expect(await onlyDeliveryIn(db)).toMatchObject({
        state: 'sent',
        provider_id: 'p',
        settled_at: START + 1000,
        last_failure: null,
        owner: null,
      })
      expect(await claimDelivery(db, { owner: 'a', now: START + 100 * HOUR_MS })).toBeUndefined()
    },
  )

  test('a worker that still waits for its answer cannot undo what the news settled', async () => {
    const { db, id } = await makeOwing()
    const claim = await claimDelivery(db, { owner: 'a', now: START })
    if (!claim) throw new Error('Nothing was due.')
    await recordProviderEvent(db, news(1, undefined, id), START)

    const late = { now: START + 10_000, random: () => 1 }
    expect(await settleDelivery(db, claim, { kind: 'retry', failure: 'no-answer' }, late)).toBe(false)
    expect(await fateIn(db)).toMatchObject({ state: 'sent' })
  })

  test('a mail held back is never settled by news', async () => {
    const { db, id } = await makeOwing()
    await db.updateTable('delivery').set({ state: 'held' }).execute()
    await recordProviderEvent(db, news(1, 'delivered', id), START)
    expect(await fateIn(db)).toMatchObject({ state: 'held' })
  })

  test('news without our tag is matched by the id the provider gave the mail', async () => {
    const { db } = await makeOwing()
    await db.updateTable('delivery').set({ state: 'sent', provider_id: 'p' }).execute()
    const { deliveryId: _, ...untagged } = news(1, 'bounced', '')
    await recordProviderEvent(db, untagged, START)
    expect(await fateIn(db)).toMatchObject({ fate: 'bounced' })
  })

  test('news of nothing of ours, or of an unknown kind, is kept and changes nothing', async () => {
    const { db, id } = await makeOwing()
    const before = await onlyDeliveryIn(db)
    await recordProviderEvent(db, { ...news(1, 'bounced', 'another'), providerId: 'q' }, START)
    await recordProviderEvent(db, { ...news(2, undefined, id), type: 'email.opened', provesTaken: false }, START)

    expect(await onlyDeliveryIn(db)).toEqual(before)
    expect(await eventsIn(db)).toMatchObject([
      { id: 'msg_1', delivery_id: null },
      { id: 'msg_2', type: 'email.opened', delivery_id: id },
    ])
  })

  test('an id is forgotten after a month, when it can come no more', async () => {
    const { db, id } = await makeOwing()
    await recordProviderEvent(db, news(1, 'delivered', id), START)
    await forgetOldEvents(db, START + 29 * 24 * HOUR_MS)
    expect(await eventsIn(db)).toHaveLength(1)
    await forgetOldEvents(db, START + 31 * 24 * HOUR_MS)
    expect(await eventsIn(db)).toEqual([])
  })
})

test('a rule by which the last news wins would depend on the order, so these tests can fail', async () => {
  const lastWins = (kinds: (DeliveryFate | undefined)[]) => kinds.filter(Boolean).at(-1)
  const sameBothWays = fc.property(fc.array(fc.constantFrom(...fates)), (kinds) => {
    expect(lastWins([...kinds].reverse())).toBe(lastWins(kinds))
  })
  expect(() => fc.assert(sameBothWays)).toThrow('Property failed')
})
