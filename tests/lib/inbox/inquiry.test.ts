import { describe, expect, test } from 'vitest'
import { openForDesk } from '#lib/inbox/inquiry.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { inquiry, keys } from '#tests/support/inquiry.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('opening shows what was written, and keeps who opened it each time, and when it was first', async () => {
    const { db } = await makeDatabase()
    const [first, second] = [await sitDown(db), await sitDown(db, { name: 'Second', now: START + 1 })]
    const reference = await receive(db)

    expect(await openForDesk(first, reference)).toMatchObject({ inquiry, version: 0, history: [], viewing: [] })
    expect(await openForDesk(second, reference)).toMatchObject({ viewing: ['Front desk'] })
    expect(await db.selectFrom('inquiry').select('opened_at').execute()).toEqual([{ opened_at: START }])
    const kept = await db.selectFrom('audit').select(['actor', 'action', 'subject']).orderBy('seq').execute()
    expect(kept).toEqual(
      [first, second].map(({ session }) => ({
        actor: `staff:${session.staffId}`,
        action: 'inquiry-opened',
        subject: `inquiry/${reference}`,
      })),
    )
  })

  test('opening changes nothing that another reader saw', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db)
    await openForDesk(desk, reference)
    expect((await openForDesk(desk, reference))?.version).toBe(0)
  })

  test('what the same person wrote besides is named', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const [reference, other] = [await receive(db), await receive(db)]
    await indexNewInquiries(db, keys.privateKeys, Buffer.alloc(32), START)
    expect((await openForDesk(desk, reference))?.sameSender).toEqual([other])
  })

  test('one that cannot be opened is shown without its words, and one that is not there is nothing', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db, { sealed: Buffer.of(1) })
    expect(await openForDesk(desk, reference)).toMatchObject({ inquiry: null, row: { reference, reach: null } })
    expect(await openForDesk(desk, 'KW-22222')).toBeUndefined()
  })
})
