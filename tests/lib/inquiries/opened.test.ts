import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { markOpened, oldestUnopenedAt } from '#lib/inquiries/opened.ts'
import { eachEngine } from '#tests/support/database.ts'
import { oweDeliveries, START } from '#tests/support/delivery.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('keeps when it was first opened', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1)
    const one = await db.selectFrom('inquiry').select(['id', 'reference']).executeTakeFirstOrThrow()
    await markOpened(db, { ...one, actor: 'command', now: START + 1 })
    await markOpened(db, { ...one, actor: 'staff:anna', now: START + 2 })
    expect(await db.selectFrom('inquiry').select('opened_at').execute()).toEqual([{ opened_at: START + 1 }])
    const openings = await db.selectFrom('audit').select(['at', 'actor', 'subject']).orderBy('seq').execute()
    expect(openings).toEqual([
      { at: START + 1, actor: 'command', subject: `inquiry/${one.reference}` },
      { at: START + 2, actor: 'staff:anna', subject: `inquiry/${one.reference}` },
    ])
  })

  test('knows since when the oldest waits to be opened', async () => {
    const { db } = await makeDatabase()
    expect(await oldestUnopenedAt(db)).toBeUndefined()
    await oweDeliveries(db, 1, START)
    await oweDeliveries(db, 1, START + HOUR_MS)
    expect(await oldestUnopenedAt(db)).toBe(START)
  })

  test.each(['opened_at', 'closed_at', 'quarantined_at'] as const)('%s: it does not wait any more', async (column) => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, START)
    await db
      .updateTable('inquiry')
      .set({ [column]: START })
      .execute()
    expect(await oldestUnopenedAt(db)).toBeUndefined()
  })
})
