import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { eachEngine } from '#tests/support/database.ts'
import { oweDeliveries } from '#tests/support/delivery.ts'
import { hoursFrom, MONDAY_AT_TEN, officeHours } from '#tests/support/hours.ts'

const NOW = MONDAY_AT_TEN + HOUR_MS
const at = (text: string) => Date.parse(text)
const timesIn = (db: Db) => db.selectFrom('inquiry').select(['amber_at', 'due_at']).orderBy('received_at').execute()

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('an inquiry is due within one working day, and amber after half of it', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await applyHours(db, NOW, { hours: officeHours })
    expect(await timesIn(db)).toEqual([
      { amber_at: at('2026-11-23T14:00-05:00'), due_at: at('2026-11-24T10:00-05:00') },
    ])
  })

  test('the time to answer can be set', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await applyHours(db, NOW, { hours: officeHours, dueWorkingMs: 2 * HOUR_MS })
    expect(await timesIn(db)).toEqual([
      { amber_at: at('2026-11-23T11:00-05:00'), due_at: at('2026-11-23T12:00-05:00') },
    ])
  })

  test('what comes in later gets its times at the next turn, and what has them keeps them', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await applyHours(db, NOW, { hours: officeHours })
    const [first] = await timesIn(db)
    await oweDeliveries(db, 1, NOW)
    await applyHours(db, NOW, { hours: officeHours })
    expect(await timesIn(db)).toEqual([first, { amber_at: NOW + 4 * HOUR_MS, due_at: at('2026-11-24T11:00-05:00') }])
  })

  test('when the hours change, what nobody has answered is put right, and what somebody has is left', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 2, MONDAY_AT_TEN)
    await applyHours(db, NOW, { hours: officeHours })
    const [{ id } = { id: '' }] = await db.selectFrom('inquiry').select('id').limit(1).execute()
    await db.updateTable('inquiry').set({ answered_at: NOW }).where('id', '=', id).execute()

    await applyHours(db, NOW, { hours: hoursFrom('09:00', '11:00'), dueWorkingMs: 8 * HOUR_MS })
    const due = await db.selectFrom('inquiry').select(['answered_at', 'due_at']).orderBy('answered_at').execute()
    expect(new Set(due.map(({ answered_at, due_at }) => [answered_at === NOW, due_at].join()))).toEqual(
      new Set([`true,${at('2026-11-24T10:00-05:00')}`, `false,${at('2026-11-27T10:00-05:00')}`]),
    )
  })

  test('more than one batch is worked off in one turn', async () => {
    const { db } = await makeDatabase()
    await db
      .insertInto('inquiry')
      .values(
        Array.from({ length: 450 }, (_, number) => ({
          id: `inquiry-${number}`,
          reference: `KW-${number}`,
          received_at: MONDAY_AT_TEN + number,
          locale: 'en',
          sealed: Buffer.alloc(1),
          key_id: 'none',
          status: 'new' as const,
        })),
      )
      .execute()
    await applyHours(db, NOW, { hours: officeHours })
    expect((await timesIn(db)).filter(({ due_at }) => due_at === null)).toEqual([])
  })
})
