import { describe, expect, test, vi } from 'vitest'
import { hashOf } from '#lib/audit/entry.ts'
import { recordAudit } from '#lib/audit/record.ts'
import { verifyAudit } from '#lib/audit/verify.ts'
import type { Db } from '#lib/db/schema.ts'
import { eachEngine } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { runCode } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function makeAudit(count: number) {
    const { db, place } = await makeDatabase()
    for (let number = 1; number <= count; number += 1) await record(db, number)
    return { db, place }
  }

  const record = (db: Db, number: number) =>
    db.transaction().execute((transaction) =>
      recordAudit(transaction, {
        actor: 'command',
        action: 'look',
        subject: `inquiry/${number}`,
        now: START + number,
      }),
    )

  const at = (db: Db, seq: number) =>
    db.selectFrom('audit').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow()

  test('a chain nobody touched is whole, also an empty one', async () => {
    const empty = await makeAudit(0)
    expect(await verifyAudit(empty.db)).toMatchObject({ kind: 'whole', head: { seq: 0 } })

    const { db } = await makeAudit(3)
    expect(await verifyAudit(db)).toEqual({ kind: 'whole', head: { seq: 3, hash: (await at(db, 3)).hash } })
  })

  test.each(['at', 'actor', 'action', 'subject', 'detail', 'prev_hash', 'hash'] as const)(
    'notices that %s of one entry was changed',
    async (column) => {
      const { db } = await makeAudit(4)
      await db
        .updateTable('audit')
        .set({ [column]: column === 'at' ? 1 : 'x' })
        .where('seq', '=', 2)
        .execute()
      expect(await verifyAudit(db)).toEqual({ kind: 'broken', seq: 2, problem: 'changed' })
    },
  )

  test('a change whose own hash was made to fit breaks at the next entry', async () => {
    const { db } = await makeAudit(4)
    const changed = { ...(await at(db, 2)), subject: 'inquiry/other' }
    await db
      .updateTable('audit')
      .set({ ...changed, hash: hashOf(changed) })
      .where('seq', '=', 2)
      .execute()
    expect(await verifyAudit(db)).toEqual({ kind: 'broken', seq: 3, problem: 'changed' })
  })

  test.each([1, 2, 4])('notices that entry %i of four is gone, the newest too', async (seq) => {
    const { db } = await makeAudit(4)
    await db.deleteFrom('audit').where('seq', '=', seq).execute()
    expect(await verifyAudit(db)).toEqual({ kind: 'broken', seq, problem: 'missing' })
  })

  test('notices an entry put at the end by somebody who knows how hashes are made', async () => {
    const { db } = await makeAudit(2)
    const last = await at(db, 2)
    const forged = { ...last, seq: 3, prev_hash: last.hash }
    await db
      .insertInto('audit')
      .values({ ...forged, hash: hashOf(forged) })
      .execute()
    expect(await verifyAudit(db)).toEqual({ kind: 'broken', seq: 3, problem: 'added' })
  })

  test('notices two entries that changed places', async () => {
    const { db } = await makeAudit(4)
    const [two, three] = [await at(db, 2), await at(db, 3)]
    await db.deleteFrom('audit').where('seq', 'in', [2, 3]).execute()
    await db
      .insertInto('audit')
      .values([
        { ...three, seq: 2 },
        { ...two, seq: 3 },
      ])
      .execute()
    expect(await verifyAudit(db)).toEqual({ kind: 'broken', seq: 2, problem: 'changed' })
  })

  test('a chain rewritten from the start, count and all, is not the one whose head was written down', async () => {
    const { db } = await makeAudit(3)
    const noted = { seq: 3, hash: (await at(db, 3)).hash }
    await record(db, 4)
    expect(await verifyAudit(db, noted)).toMatchObject({ kind: 'whole', head: { seq: 4 } })

    await db.deleteFrom('audit').execute()
    for (const number of [1, 3, 4]) await record(db, number)
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole' })
    expect(await verifyAudit(db, noted)).toEqual({ kind: 'broken', seq: 3, problem: 'not-as-noted' })

    await db.deleteFrom('audit').execute()
    for (const number of [1, 2]) await record(db, number)
    expect(await verifyAudit(db, noted)).toEqual({ kind: 'broken', seq: 3, problem: 'missing' })
  })

  test('an entry whose act was rolled back is not there, and leaves no hole', async () => {
    const { db } = await makeAudit(1)
    const rolledBack = db.transaction().execute(async (transaction) => {
      await recordAudit(transaction, { actor: 'command', action: 'look', subject: 'inquiry/2', now: START })
      throw new Error('undone')
    })
    await expect(rolledBack).rejects.toThrow('undone')
    await record(db, 3)
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole', head: { seq: 2 } })
  })

  test('three processes and this one write at the same time and the chain holds', async () => {
    const { db, place } = await makeAudit(1)
    const code = `
    import { recordAudit } from '#lib/audit/record.ts'
    import { openDatabase } from '#lib/db/connection.ts'
    import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
    const db = openDatabase(${JSON.stringify(place)})
    for (let number = 0; number < 25; number += 1)
      await retryWhenBusy(() => db.transaction().execute((transaction) =>
        recordAudit(transaction, { actor: 'schedule', action: 'look', subject: 'inquiry/x', now: number })), { limitMs: 20_000 })
    await db.destroy()`
    const runs = await Promise.all([runCode(code), runCode(code), runCode(code)])

    expect(runs.map(({ stderr }) => stderr)).toEqual(['', '', ''])
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole', head: { seq: 76 } })
  })
})
