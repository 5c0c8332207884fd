import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { blindHash, findByReach, findSameSender, forgetIndex, indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { byEmail, inquiry, keys, settingFor } from '#tests/support/inquiry.ts'
import { isPlantedIn } from '#tests/support/planted.ts'

vi.setConfig({ testTimeout: 60_000 })

const indexKey = randomBytes(32)

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function makeIndexed(...inquiries: Inquiry[]) {
    const { db } = await makeDatabase()
    const references = await acceptAll(db, inquiries)
    await indexNewInquiries(db, keys.privateKeys, indexKey, START)
    return { db, references }
  }

  async function acceptAll(db: Db, inquiries: Inquiry[]) {
    const references: string[] = []
    for (const [number, inquiry] of inquiries.entries()) {
      const setting = settingFor(db, { now: () => START + number * HOUR_MS })
      references.push((await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })).reference)
    }
    return references
  }

  const referencesOf = (found: { reference: string }[]) => found.map(({ reference }) => reference)

  test.each(['+13055550142', '(305) 555-0142', ' 305.555.0142 '])(
    'finds who left a number written as %s',
    async (text) => {
      const { db, references } = await makeIndexed(inquiry, byEmail, inquiry)
      expect(referencesOf(await findByReach(db, indexKey, text))).toEqual([references[2], references[0]])
    },
  )

  test('finds who left an address, whatever its capitals', async () => {
    const { db, references } = await makeIndexed(inquiry, byEmail)
    expect(referencesOf(await findByReach(db, indexKey, ' Canary@Person.Example'))).toEqual([references[1]])
  })

  test.each(['canary+x@person.example', 'can.ary@person.example', 'nobody@person.example', 'Canary', '', '305'])(
    'takes nobody for somebody else: %j',
    async (text) => {
      const { db } = await makeIndexed(inquiry, byEmail)
      expect(await findByReach(db, indexKey, text)).toEqual([])
    },
  )

  test('finds what else the same person sent, and not the thing itself', async () => {
    const { db, references } = await makeIndexed(inquiry, byEmail, inquiry)
    const { id } = await db
      .selectFrom('inquiry')
      .select('id')
      .where('reference', '=', references[0] ?? '')
      .executeTakeFirstOrThrow()
    expect(referencesOf(await findSameSender(db, id))).toEqual([references[2]])
  })

  test('another key finds nothing, and the index itself names nobody', async () => {
    const { db } = await makeIndexed(inquiry, byEmail)
    expect(await findByReach(db, randomBytes(32), '+13055550142')).toEqual([])
    const index = JSON.stringify(await db.selectFrom('blind_index').selectAll().execute())
    expect(isPlantedIn(index, ['3055550142', 'canary@person.example'])).toBe(false)
    expect(blindHash(indexKey, 'phone', 'x')).not.toBe(blindHash(indexKey, 'email', 'x'))
  })

  test('one that cannot be opened does not stop the others, and is tried again', async () => {
    const { db } = await makeDatabase()
    const [first] = await acceptAll(db, [inquiry, ...Array.from({ length: 120 }, () => byEmail)])
    const broken = db.updateTable('inquiry').where('reference', '=', first ?? '')
    const { sealed } = await db
      .selectFrom('inquiry')
      .select('sealed')
      .where('reference', '=', first ?? '')
      .executeTakeFirstOrThrow()
    await broken.set({ sealed: Buffer.alloc(200, 2) }).execute()

    const index = () => indexNewInquiries(db, keys.privateKeys, indexKey, START)
    expect(await index()).toEqual({ indexed: 120, unopenable: 1 })
    expect(await index()).toEqual({ indexed: 0, unopenable: 1 })
    await broken.set({ sealed }).execute()
    expect(await index()).toEqual({ indexed: 1, unopenable: 0 })
  })

  test('two at once write each index once', async () => {
    const { db } = await makeDatabase()
    await acceptAll(
      db,
      Array.from({ length: 30 }, () => inquiry),
    )
    const index = () => indexNewInquiries(db, keys.privateKeys, indexKey, START)
    const results = await Promise.all([index(), index()])

    expect(results.reduce((sum, { indexed }) => sum + indexed, 0)).toBe(30)
    expect(await db.selectFrom('blind_index').selectAll().execute()).toHaveLength(30)
  })

  test('with another key, the index is written anew once the old one is forgotten', async () => {
    const { db, references } = await makeIndexed(inquiry, byEmail)
    const another = randomBytes(32)
    expect(await indexNewInquiries(db, keys.privateKeys, another, START)).toEqual({ indexed: 0, unopenable: 0 })
    expect(await forgetIndex(db)).toBe(2)
    await indexNewInquiries(db, keys.privateKeys, another, START)
    expect(referencesOf(await findByReach(db, another, '+13055550142'))).toEqual([references[0]])
  })
})
