import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { probeDatabase } from '#lib/db/probe.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { findInquiry } from '#lib/inquiries/list.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { eachEngine } from '#tests/support/database.ts'
import { inquiry, keys, settingFor } from '#tests/support/inquiry.ts'

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('fifty posts of the same inquiry at once make one row and one delivery, and all get the same receipt', async () => {
    const { db } = await makeDatabase()
    const request = { id: randomUUID(), inquiry, locale: 'en' }

    const receipts = await Promise.all(Array.from({ length: 50 }, () => acceptInquiry(settingFor(db), request)))
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await db.selectFrom('inquiry').select('id').execute()).toEqual([{ id: request.id }])
    expect(await db.selectFrom('delivery').select('once_key').execute()).toEqual([
      { once_key: `inquiry/${request.id}/clinic` },
    ])
  })

  test('a hundred inquiries at once are all kept, each with its delivery', async () => {
    const { db } = await makeDatabase()
    const ids = Array.from({ length: 100 }, () => randomUUID())

    await Promise.all(ids.map((id) => acceptInquiry(settingFor(db), { id, inquiry, locale: 'en' })))
    const stored = await db
      .selectFrom('inquiry')
      .innerJoin('delivery', 'inquiry_id', 'inquiry.id')
      .select('inquiry.id')
      .execute()
    expect(stored.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  test('what was stored opens as it was written', async () => {
    const { db } = await makeDatabase()
    const { reference, receivedAt } = await acceptInquiry(settingFor(db), { id: randomUUID(), inquiry, locale: 'en' })

    const stored = await findInquiry(db, reference)
    if (!stored) throw new Error('It must be there.')
    expect(openInquiry(keys.privateKeys, stored)).toEqual(inquiry)
    expect(stored.receivedAt).toBe(receivedAt)
  })

  test('a reference that is taken is not given twice', async () => {
    const { db } = await makeDatabase()
    const picks = ['KW-AAAAA', 'KW-AAAAA', 'KW-CCCCC']
    const setting = settingFor(db, { pickReference: () => picks.shift() ?? '' })

    const first = await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })
    const second = await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })
    expect([first.reference, second.reference]).toEqual(['KW-AAAAA', 'KW-CCCCC'])
  })

  test('a sound database is found sound, and nothing is left in it', async () => {
    const { db } = await makeDatabase()
    await probeDatabase(db)
    expect(await db.selectFrom('probe').selectAll().execute()).toEqual([])
  })
})
