import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { releaseSurge } from '#lib/inquiries/surge.ts'
import { claimDelivery } from '#lib/outbox/claim.ts'
import { retryDelivery } from '#lib/outbox/retry.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn, START } from '#tests/support/delivery.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'

const SURGE = 4

async function take(db: Db, count: number, at = START) {
  const setting = settingFor(db, { now: () => at, surgeAnHour: SURGE })
  for (let number = 0; number < count; number += 1)
    await acceptInquiry(setting, { id: crypto.randomUUID(), inquiry, locale: 'en' })
}

async function countsIn(db: Db) {
  const deliveries = await deliveriesIn(db)
  const count = (kind: string, state: string) =>
    deliveries.filter((one) => one.kind === kind && one.state === state).length
  return { pending: count('clinic', 'pending'), held: count('clinic', 'held'), surge: count('surge', 'pending') }
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('an ordinary hour owes one mail for each inquiry, at once', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE)
    expect(await countsIn(db)).toEqual({ pending: SURGE, held: 0, surge: 0 })
  })

  test('beyond it every inquiry is stored with its mail, which waits, and one mail tells the clinic at once', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE + 5)
    expect(await countsIn(db)).toEqual({ pending: SURGE, held: 5, surge: 1 })
    expect(await db.selectFrom('inquiry').select('id').execute()).toHaveLength(SURGE + 5)
  })

  test('a surge that goes on tells the clinic once an hour', async () => {
    const { db } = await makeDatabase()
    for (let minute = 0; minute < 120; minute += 6) await take(db, 1, START + minute * MINUTE_MS)
    expect((await countsIn(db)).surge).toBe(2)
  })

  test('where there is never a surge, every mail is owed at once', async () => {
    const { db } = await makeDatabase()
    for (let number = 0; number < 20; number += 1)
      await acceptInquiry(settingFor(db, { now: () => START }), { id: crypto.randomUUID(), inquiry, locale: 'en' })
    expect(await countsIn(db)).toEqual({ pending: 20, held: 0, surge: 0 })
  })

  test('nothing is let go while it lasts', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE + 5)
    await releaseSurge(db, START + MINUTE_MS, SURGE)
    expect((await countsIn(db)).held).toBe(5)
  })

  test('afterwards every mail follows by itself, the oldest first, a few each minute', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE + 5)
    const after = START + HOUR_MS
    await releaseSurge(db, after, SURGE)
    expect(await countsIn(db)).toMatchObject({ pending: SURGE + 3, held: 2 })

    await releaseSurge(db, after + MINUTE_MS, SURGE)
    expect(await countsIn(db)).toMatchObject({ pending: SURGE + 5, held: 0 })
    for (let number = 0; number < SURGE + 6; number += 1)
      expect(await claimDelivery(db, { owner: 'a', now: after + MINUTE_MS })).toBeDefined()
  })

  test('whoever asks for one of them gets it at once', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE + 1)
    const { inquiry_id } = await db
      .selectFrom('delivery')
      .selectAll()
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow()
    expect(await retryDelivery(db, String(inquiry_id), START)).toBe('due-now')
    expect(await countsIn(db)).toMatchObject({ pending: SURGE + 1, held: 0 })
  })

  test('what is in quarantine makes no surge and is never let go by its end', async () => {
    const { db } = await makeDatabase()
    await take(db, SURGE)
    await db.updateTable('inquiry').set({ quarantined_at: START }).execute()
    await db.updateTable('delivery').set({ state: 'held' }).execute()
    await take(db, 1, START + 1)
    expect(await countsIn(db)).toEqual({ pending: 1, held: SURGE, surge: 0 })

    await releaseSurge(db, START + 2 * HOUR_MS, SURGE)
    expect((await countsIn(db)).held).toBe(SURGE)
  })
})
