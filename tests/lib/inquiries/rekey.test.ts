import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { countKeys } from '#lib/inquiries/key-census.ts'
import { countUnopenable } from '#lib/inquiries/list.ts'
import { rekeyEverything } from '#lib/inquiries/rekey.ts'
import { noteContext } from '#lib/inquiries/seal-context.ts'
import { sealedRecordsIn, sealedTables } from '#lib/inquiries/sealed-record.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { type SealKeys, sealKeysFrom } from '#lib/seal/keys.ts'
import { keyIdsOf, openSealed, sealFor } from '#lib/seal/sealed-box.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn, oweDeliveries, START } from '#tests/support/delivery.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { keys as old } from '#tests/support/inquiry.ts'
import { runCode } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

const freshText = makePrivateKeyText()
const fresh = sealKeysFrom(freshText)
const escrow = sealKeysFrom(makePrivateKeyText())
/** The clinic made a key and keeps the one before it; an escrow key was added. */
const rotated: SealKeys = {
  publicKeys: [...fresh.publicKeys, ...escrow.publicKeys],
  privateKeys: [...fresh.privateKeys, ...old.privateKeys],
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function makeFull(count: number) {
    const { db, place } = await makeDatabase()
    await oweDeliveries(db, count)
    await db.updateTable('delivery').set({ state: 'sent' }).execute()
    const { id: inquiryId } = await db.selectFrom('inquiry').select('id').executeTakeFirstOrThrow()
    for (const sealedNote of [true, false]) {
      const id = randomUUID()
      const note = sealedNote ? sealFor(old.publicKeys, 'a note', noteContext(id)) : null
      await db
        .insertInto('inquiry_event')
        .values({
          id,
          inquiry_id: inquiryId,
          at: START,
          staff_id: null,
          kind: 'note',
          detail: '',
          sealed_note: note,
          key_id: null,
        })
        .execute()
    }
    return { db, place }
  }

  async function openAll(db: Db, { privateKeys }: Pick<SealKeys, 'privateKeys'>): Promise<string[]> {
    const opened: string[] = []
    for (const table of sealedTables)
      for await (const batch of sealedRecordsIn(db, table))
        for (const { box, context } of batch) opened.push(openSealed(privateKeys, box, context).toString())
    return opened
  }

  test('seals everything anew, so that each key of today opens it alone and the one before does not', async () => {
    const { db } = await makeFull(3)
    const before = await openAll(db, old)
    expect(await rekeyEverything(db, rotated)).toEqual({ resealed: 7, current: 0, alsoOld: 0, unopenable: 0 })

    expect(await openAll(db, fresh)).toEqual(before)
    expect(await openAll(db, escrow)).toEqual(before)
    await expect(openAll(db, old)).rejects.toThrow('None of the private keys')
    expect(await countUnopenable(db, escrow.privateKeys)).toBe(0)
    expect(await countUnopenable(db, old.privateKeys)).toBe(3)
  })

  test('a second run finds nothing to do', async () => {
    const { db } = await makeFull(3)
    await rekeyEverything(db, rotated)
    expect(await rekeyEverything(db, rotated)).toEqual({ resealed: 0, current: 7, alsoOld: 0, unopenable: 0 })
  })

  test('killed half way, the next run does the rest and everything opens', async () => {
    const { db, place } = await makeFull(250)
    const before = await openAll(db, old)
    const keysFile = join(makeFolder(), 'keys.json')
    const texts = (keys: SealKeys) => keys.publicKeys.map(({ raw }) => raw.toString('base64url')).join(' ')
    writeFileSync(keysFile, JSON.stringify({ publicText: texts(rotated), privateText: `${freshText} ${oldText()}` }))
    const code = `
    import { readFileSync } from 'node:fs'
    import { openDatabase } from '#lib/db/connection.ts'
    import { rekeyEverything } from '#lib/inquiries/rekey.ts'
    import { publicKeysFrom, sealKeysFrom } from '#lib/seal/keys.ts'
    const { publicText, privateText } = JSON.parse(readFileSync(${JSON.stringify(keysFile)}, 'utf8'))
    const keys = { publicKeys: publicKeysFrom(publicText), privateKeys: sealKeysFrom(privateText).privateKeys }
    let batches = 0
    await rekeyEverything(openDatabase(${JSON.stringify(place)}), keys, () => {
      batches += 1
      if (batches === 4) process.kill(process.pid, 'SIGKILL')
    })`
    expect((await runCode(code)).code).toBe(null)

    const { byKey } = await countKeys(db, rotated)
    expect(byKey.get(fresh.publicKeys[0]?.id ?? '')).toEqual({ inquiry: 250, delivery: 100, inquiry_event: 0 })
    expect(await openAll(db, rotated)).toEqual(before)

    expect(await rekeyEverything(db, rotated)).toMatchObject({ resealed: 151, current: 350, unopenable: 0 })
    expect(await openAll(db, fresh)).toEqual(before)
  })

  // Only the text of the key is not kept in SealKeys; DER ends with its 32 bytes.
  function oldText(): string {
    const der = old.privateKeys[0]?.key.export({ format: 'der', type: 'pkcs8' })
    return der?.subarray(-32).toString('base64url') ?? ''
  }

  test('an e-mail still owed goes on opening with the key it had, for a server that knows no other', async () => {
    const { db } = await makeFull(2)
    await db.updateTable('delivery').set({ state: 'pending' }).execute()
    expect(await rekeyEverything(db, rotated)).toMatchObject({ resealed: 5, alsoOld: 2 })
    for (const { id, sealed_payload } of await deliveriesIn(db))
      for (const { privateKeys } of [old, fresh, escrow])
        expect(openSealed(privateKeys, sealed_payload, `delivery/${id}/1`).length).toBeGreaterThan(0)

    await db.updateTable('delivery').set({ state: 'sent' }).execute()
    expect(await rekeyEverything(db, rotated)).toMatchObject({ resealed: 2, current: 3, alsoOld: 0 })
    const [first] = await deliveriesIn(db)
    expect(keyIdsOf(first?.sealed_payload ?? Buffer.alloc(0))).toEqual(rotated.publicKeys.map(({ id }) => id))
  })

  test('a row that changed meanwhile is read again, and the change is kept', async () => {
    const { db } = await makeFull(120)
    const { id } = await db.selectFrom('inquiry').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    let isChanged = false
    // The last row is in the second batch, which was not read yet when the first is done; so change it as it is written.
    const slow = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        const isSecondBatch = result.rows.some((row) => row.id === id && 'sealed' in row)
        if (isSecondBatch && !isChanged) {
          isChanged = true
          await db
            .updateTable('inquiry')
            .set({ sealed: sealFor(old.publicKeys, '"changed"', `inquiry/${id}/1`) })
            .where('id', '=', id)
            .execute()
        }
        return result
      },
    })
    expect(await rekeyEverything(slow, rotated)).toMatchObject({ resealed: 241, unopenable: 0 })

    const { sealed } = await db.selectFrom('inquiry').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
    expect(openSealed(fresh.privateKeys, sealed, `inquiry/${id}/1`).toString()).toBe('"changed"')
  })

  test('what cannot be opened is left byte for byte as it is, and counted', async () => {
    const { db } = await makeFull(2)
    const { id } = await db.selectFrom('inquiry').select('id').executeTakeFirstOrThrow()
    const foreign = sealFor(sealKeysFrom(makePrivateKeyText()).publicKeys, '{}', `inquiry/${id}/1`)
    await db.updateTable('inquiry').set({ sealed: foreign }).where('id', '=', id).execute()

    expect(await rekeyEverything(db, rotated)).toMatchObject({ resealed: 4, unopenable: 1 })
    const row = await db.selectFrom('inquiry').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.sealed).toEqual(foreign)
  })

  test.each([
    ['no-private-keys', { ...rotated, privateKeys: [] }],
    ['none-is-ours', { ...rotated, publicKeys: escrow.publicKeys }],
  ])('does not begin when nobody here could open the result: %s', async (problem, keys) => {
    const { db } = await makeFull(1)
    await expect(rekeyEverything(db, keys)).rejects.toThrow(problem)
    expect(await openAll(db, old)).toHaveLength(3)
  })

  test('says which keys a rekey would shut out', async () => {
    const { db } = await makeFull(1)
    await rekeyEverything(db, rotated)
    const withoutEscrow = { ...rotated, publicKeys: fresh.publicKeys }
    expect([...(await countKeys(db, withoutEscrow)).shutOut]).toEqual(escrow.publicKeys.map(({ id }) => id))
    expect([...(await countKeys(db, rotated)).shutOut]).toEqual([])
  })

  test('the clinic lost its key: the escrow key opens everything and seals it for a new one', async () => {
    const { db } = await makeFull(2)
    await rekeyEverything(db, rotated)
    const before = await openAll(db, escrow)

    const next = sealKeysFrom(makePrivateKeyText())
    const drill = {
      publicKeys: [...next.publicKeys, ...escrow.publicKeys],
      privateKeys: [...next.privateKeys, ...escrow.privateKeys],
    }
    expect(await countUnopenable(db, next.privateKeys)).toBe(2)
    expect(await rekeyEverything(db, drill)).toMatchObject({ resealed: 5, unopenable: 0 })
    expect(await openAll(db, next)).toEqual(before)
  })
})
