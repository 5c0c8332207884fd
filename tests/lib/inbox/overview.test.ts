import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { overviewOf } from '#lib/inbox/overview.ts'
import { tallyPurged } from '#lib/inquiries/tally.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  const allHours = (from: number, to: number) => to - from

  test('a week tells how many came, how many were spam, and how soon the others were answered', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const due_at = START + HOUR_MS
    for (let number = 0; number < 8; number += 1) await receive(db, { answered_at: START + 10 * MINUTE_MS, due_at })
    await receive(db, { answered_at: START + 3 * HOUR_MS, due_at })
    await receive(db, { answered_at: START + 100 * HOUR_MS, due_at })
    await receive(db, { due_at })
    await receive(db, { status: 'spam' })
    await receive(db, { quarantined_at: START })

    const [week, before] = await overviewOf(desk, allHours)
    expect(week).toEqual({
      week: '2026-11-16',
      received: 13,
      spam: 2,
      answered: 10,
      inTime: 8,
      medianMinutes: 15,
      slowestTenthMinutes: 180,
    })
    expect(before).toMatchObject({ week: '2026-11-09', received: 0, medianMinutes: null, slowestTenthMinutes: null })
  })

  test('a week reads the same after its inquiries were purged', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    await receive(db, { answered_at: START + 20 * MINUTE_MS, due_at: START + HOUR_MS })
    await receive(db, { status: 'spam' })
    const before = await overviewOf(desk, allHours)

    await db.transaction().execute(async (transaction) => {
      await tallyPurged(transaction, await transaction.selectFrom('inquiry').selectAll().execute(), allHours)
      await transaction.deleteFrom('inquiry').execute()
    })
    expect(await overviewOf(desk, allHours)).toEqual(before)
  })
})
