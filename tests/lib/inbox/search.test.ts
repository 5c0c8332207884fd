import { describe, expect, test } from 'vitest'
import { search } from '#lib/inbox/search.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { receive, sitDown } from '#tests/support/desk.ts'
import { byEmail, keys } from '#tests/support/inquiry.ts'
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

  async function setUp() {
    const { db } = await makeDatabase()
    const desk = await sitDown(db)
    const older = await receive(db, { sent: byEmail })
    const newer = await receive(db, { sent: byEmail, at: START + 1 })
    const called = await receive(db)
    await indexNewInquiries(db, keys.privateKeys, indexKey, START)
    return { db, older, newer, called, find: (typed: string) => search(desk, typed, indexKey) }
  }

  test('a reference finds its inquiry however it is typed', async () => {
    const { called, find } = await setUp()
    for (const typed of [called, called.toLowerCase(), ` ${called} `]) expect(await find(typed)).toEqual([called])
  })

  test('a phone number finds its inquiry however it is typed', async () => {
    const { called, find } = await setUp()
    for (const typed of ['(305) 555-0142', '305 555 0142', '+1 305.555.0142'])
      expect(await find(typed)).toEqual([called])
  })

  test('an e-mail address finds everything it sent, the newest first', async () => {
    const { older, newer, find } = await setUp()
    expect(await find(' CANARY@person.example')).toEqual([newer, older])
  })

  test.each(['', 'Canary Writer', 'canary@', '555-0142', '%', 'KW-22222', 'heart'])(
    'part of an answer, a name or a word finds nothing: "%s"',
    async (typed) => {
      const { find } = await setUp()
      expect(await find(typed)).toEqual([])
    },
  )

  test('with another key nothing is found', async () => {
    const { db } = await setUp()
    expect(await search(await sitDown(db, { name: 'Other' }), byEmail.email ?? '', Buffer.alloc(32, 6))).toEqual([])
  })
})
