import { describe, expect, test } from 'vitest'
import { search } from '#lib/inbox/search.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { keys } from '#tests/support/inquiry.ts'
import { plantedByPhone } from '#tests/support/planted.ts'

const indexKey = Buffer.alloc(32, 5)

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('finds by reference and by phone number, and keeps that somebody searched but not for whom', async () => {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const reference = await receive(db, { sent: plantedByPhone })
    await indexNewInquiries(db, keys.privateKeys, indexKey, START)

    expect(await search(desk, reference.toLowerCase(), indexKey)).toEqual([reference])
    expect(await search(desk, '786-555-0173', indexKey)).toEqual([reference])
    expect(await search(desk, 'neighbour@plantedhost.example', indexKey)).toEqual([])

    const kept = await db.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).orderBy('seq').execute()
    const act = { actor: `staff:${desk.session.staffId}`, action: 'searched', subject: 'inquiries' }
    expect(kept).toEqual([
      { ...act, detail: '1 found' },
      { ...act, detail: '1 found' },
      { ...act, detail: '0 found' },
    ])
  })
})
