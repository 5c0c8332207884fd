import { randomBytes, randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { verifyAudit } from '#lib/audit/verify.ts'
import { openDatabase } from '#lib/db/connection.ts'
import type { Db } from '#lib/db/schema.ts'
import { wipeDeleted } from '#lib/db/wipe.ts'
import { DAY_MS, HOUR_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { deleteInquiry, wipeIfOwed } from '#lib/inquiries/delete.ts'
import { type Purging, purgeDue } from '#lib/inquiries/purge.ts'
import { RETENTION_DEFAULT as rules } from '#lib/inquiries/retention.ts'
import { noteContext } from '#lib/inquiries/seal-context.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { eachEngine, makeDatabase } from '#tests/support/database.ts'
import { START } from '#tests/support/delivery.ts'
import { keys, settingFor } from '#tests/support/inquiry.ts'
import { findPlanted, plantedByEmail, plantedByPhone } from '#tests/support/planted.ts'

vi.setConfig({ testTimeout: 60_000 })

const indexKey = randomBytes(32)
const workingMs = (from: number, to: number) => to - from

/** An inquiry with everything that can hang on one, delivered unless said otherwise. */
async function keep(db: Db, { receivedAt = START, closedAt = null as number | null, state = 'sent' as const } = {}) {
  const id = randomUUID()
  const setting = settingFor(db, {
    now: () => receivedAt,
    mail: { mode: 'notice', from: 'a@b.example', to: 'c@d.example' },
  })
  const { reference } = await acceptInquiry(setting, { id, inquiry: plantedByPhone, locale: 'en' })
  await db.updateTable('inquiry').set({ closed_at: closedAt }).where('id', '=', id).execute()
  await db.updateTable('delivery').set({ state }).where('inquiry_id', '=', id).execute()
  const event = randomUUID()
  const note = sealFor(keys.publicKeys, 'Plantedmessage in a note', noteContext(event))
  await db
    .insertInto('inquiry_event')
    .values({
      id: event,
      inquiry_id: id,
      at: START,
      staff_id: null,
      kind: 'note',
      detail: '',
      sealed_note: note,
      key_id: '',
    })
    .execute()
  const { id: deliveryId } = await db
    .selectFrom('delivery')
    .select('id')
    .where('inquiry_id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('webhook_event')
    .values({ id: event, type: 'email.delivered', created_at: START, received_at: START, delivery_id: deliveryId })
    .execute()
  await indexNewInquiries(db, keys.privateKeys, indexKey, START)
  return { id, reference }
}

const purge = (db: Db, now: number, more: Partial<Purging> = {}) =>
  purgeDue({ db, now, rules, workingMs, isClockConfirmed: true, ...more })
const referencesIn = async (db: Db) =>
  (await db.selectFrom('inquiry').select('reference').execute()).map(({ reference }) => reference)

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('deletes what was closed thirty days ago, with all it owns, and nothing a day younger', async () => {
    const { db } = await makeDatabase()
    const now = START + 100 * DAY_MS
    const old = await keep(db, { closedAt: now - 31 * DAY_MS })
    const young = await keep(db, { closedAt: now - 29 * DAY_MS })
    const open = await keep(db)

    expect(await purge(db, now)).toMatchObject({ kind: 'done', deleted: [old.reference], kept: [], isWiped: true })
    expect((await referencesIn(db)).sort()).toEqual([young.reference, open.reference].sort())
    for (const table of ['delivery', 'blind_index', 'inquiry_event', 'webhook_event'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toHaveLength(2)
  })

  test('deletes whatever is older than 180 days, closed or not, opened or not, and says why in the audit', async () => {
    const { db } = await makeDatabase()
    const { reference } = await keep(db)
    expect(await purge(db, START + 180 * DAY_MS)).toMatchObject({ deleted: [] })
    const { deleted } = (await purge(db, START + 181 * DAY_MS)) as { deleted: string[] }

    expect(deleted).toEqual([reference])
    expect(await db.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).execute()).toEqual([
      { actor: 'schedule', action: 'delete', subject: `inquiry/${reference}`, detail: 'too-old-and-never-opened' },
    ])
    expect(await verifyAudit(db)).toMatchObject({ kind: 'whole' })
  })

  test.each(['pending', 'sending'] as const)(
    'keeps what the clinic is still owed an e-mail about: %s',
    async (state) => {
      const { db } = await makeDatabase()
      const { reference } = await keep(db, { state: state as 'sent' })
      expect(await purge(db, START + 400 * DAY_MS)).toMatchObject({ deleted: [], kept: [reference] })
    },
  )

  test.each(['attention', 'held'] as const)('an e-mail that is %s keeps nothing past its time', async (state) => {
    const { db } = await makeDatabase()
    const { reference } = await keep(db, { state: state as unknown as 'sent' })
    expect(await purge(db, START + 400 * DAY_MS)).toMatchObject({ deleted: [reference], kept: [] })
  })

  test('a clock that jumps 25 hours either way never deletes early', async () => {
    const { db } = await makeDatabase()
    const { reference } = await keep(db)
    const due = START + 180 * DAY_MS
    const look = (now: number) => purge(db, now, { isClockConfirmed: false })
    for (let now = due - 72 * HOUR_MS; now <= due - 10 * HOUR_MS; now += HOUR_MS)
      expect(await look(now)).toMatchObject({ deleted: [] })

    expect(await look(due + 15 * HOUR_MS)).toMatchObject({ deleted: [], waiting: 1 })
    expect(await look(due + 16 * HOUR_MS)).toMatchObject({ deleted: [], waiting: 1 })
    expect(await look(due - 9 * HOUR_MS)).toEqual({ kind: 'clock-behind', seenAt: due + 16 * HOUR_MS })

    let deletedAt = 0
    for (let now = due + 16 * HOUR_MS; deletedAt === 0; now += HOUR_MS) {
      const purged = await look(now)
      if (purged.kind === 'done' && purged.deleted.length > 0) deletedAt = now
    }
    expect(deletedAt).toBeGreaterThanOrEqual(due)
    expect(deletedAt).toBeLessThanOrEqual(due + 48 * HOUR_MS)
    expect(await referencesIn(db)).not.toContain(reference)
  })

  test('an hour more or less, as when a machine keeps local time, does not delete early either', async () => {
    const { db } = await makeDatabase()
    await keep(db)
    const due = START + 180 * DAY_MS
    const look = (now: number) => purge(db, now, { isClockConfirmed: false })
    for (let now = due - 72 * HOUR_MS; now < due - HOUR_MS / 2; now += HOUR_MS) await look(now)
    expect(await look(due + HOUR_MS / 2)).toMatchObject({ deleted: [] })
  })

  test('a dry run names what would go and changes nothing', async () => {
    const { db } = await makeDatabase()
    const { reference } = await keep(db)
    expect(await purge(db, START + 200 * DAY_MS, { isDryRun: true })).toMatchObject({ deleted: [reference] })
    expect(await referencesIn(db)).toEqual([reference])
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([])
  })

  test('the counts of its week stay', async () => {
    const { db } = await makeDatabase()
    await keep(db)
    await purge(db, START + 200 * DAY_MS)
    expect(await db.selectFrom('tally').selectAll().execute()).toEqual([
      { week: '2026-11-16', name: 'received', count: 1 },
    ])
  })

  test('the times are the ones the clinic set', async () => {
    const { db } = await makeDatabase()
    const { reference } = await keep(db, { closedAt: START })
    const short = { rules: { closedDays: 2, daysMax: 5 } }
    expect(await purge(db, START + 2 * DAY_MS, short)).toMatchObject({ deleted: [] })
    expect(await purge(db, START + 3 * DAY_MS, short)).toMatchObject({ deleted: [reference] })
  })
})

async function sealedBytesIn(db: Db): Promise<Buffer[]> {
  const inquiries = await db.selectFrom('inquiry').select('sealed').execute()
  const deliveries = await db.selectFrom('delivery').select('sealed_payload').execute()
  const notes = await db.selectFrom('inquiry_event').select('sealed_note').execute()
  const hashes = await db.selectFrom('blind_index').select('hash').execute()
  return [
    // The middle of each box: enough to know it by, and short enough to lie on one page.
    ...[...inquiries.map((row) => row.sealed), ...deliveries.map((row) => row.sealed_payload)].map(middleOf),
    ...notes.map((row) => middleOf(row.sealed_note ?? Buffer.alloc(0))),
    ...hashes.map(({ hash }) => Buffer.from(hash)),
  ]
}

const middleOf = (box: Buffer) => box.subarray(box.length - 48, box.length - 16)

test('after a purge no file of the database holds a sealed byte of what went, nor its index', async () => {
  const { db, path } = await makeDatabase()
  for (let number = 0; number < 40; number += 1) await keep(db)
  const sealed = await sealedBytesIn(db)
  const folder = dirname(path)
  expect(new Set(findPlanted(folder, sealed).map(({ found }) => found)).size).toBe(40 * 3 + 1)

  await purge(db, START + 200 * DAY_MS)
  expect(findPlanted(folder, sealed)).toEqual([])
  expect(findPlanted(folder)).toEqual([])
})

test('deleting alone, without the wipe, leaves bytes in the files: what the wipe is for', async () => {
  const { db, path } = await makeDatabase()
  const { reference } = await keep(db)
  const sealed = await sealedBytesIn(db)
  await deleteInquiry(db, reference, { actor: 'command', now: START, workingMs })
  expect(findPlanted(dirname(path), sealed)).not.toEqual([])

  expect(await wipeIfOwed(db)).toBe(true)
  expect(findPlanted(dirname(path), sealed)).toEqual([])
})

test('a wipe that did not come about, as after a kill, is made up for when nothing more is due', async () => {
  const { db, path } = await makeDatabase()
  const { reference } = await keep(db)
  const sealed = await sealedBytesIn(db)
  await deleteInquiry(db, reference, { actor: 'command', now: START, workingMs })

  const reader = openDatabase(path)
  await reader.connection().execute(async (connection) => {
    await sql`begin`.execute(connection)
    await sql`select count(*) from inquiry`.execute(connection)
    expect(await wipeDeleted(db, { limitMs: 200 })).toBe(false)
    await sql`rollback`.execute(connection)
  })
  await reader.destroy()

  expect(await purge(db, START)).toMatchObject({ deleted: [], isWiped: true })
  expect(findPlanted(dirname(path), sealed)).toEqual([])
})

test('what is deleted while a wipe is under way is still owed one', async () => {
  const { db, path } = await makeDatabase()
  const one = await keep(db)
  const other = await keep(db)
  const sealed = await sealedBytesIn(db)
  const by = { actor: 'command', now: START, workingMs } as const
  await deleteInquiry(db, one.reference, by)
  const wiping = wipeIfOwed(db)
  await pause(1)
  await deleteInquiry(db, other.reference, by)

  expect(await wiping).toBe(false)
  expect(await wipeIfOwed(db)).toBe(true)
  expect(findPlanted(dirname(path), sealed)).toEqual([])
})

test('the sweep does find planted words that are not sealed', async () => {
  const { db, path } = await makeDatabase()
  await keep(db)
  await db
    .updateTable('inquiry_event')
    .set({ detail: `${plantedByPhone.name} ${Buffer.from(`x${plantedByEmail.email}`).toString('base64')}` })
    .execute()
  const found = new Set(findPlanted(dirname(path)).map((sighting) => sighting.found))
  expect([...found].sort()).toEqual(['Plantedname', 'Quillfeather', 'plantedaddress', 'plantedhost'].sort())
})

test('on PostgreSQL, no file of the tables holds a sealed byte of what went', async () => {
  const { db } = await (eachEngine.find(({ engine }) => engine === 'postgres') ?? { makeDatabase }).makeDatabase()
  for (let number = 0; number < 10; number += 1) await keep(db)
  const sealed = await sealedBytesIn(db)
  const { rows } = await sql<{ folder: string }>`
    select current_setting('data_directory') || '/base/' || oid as folder
    from pg_database where datname = current_database()`.execute(db)
  const tables = rows[0]?.folder ?? ''
  const inTables = async () => {
    await sql`checkpoint`.execute(db)
    return new Set(findPlanted(tables, sealed).map(({ found }) => found)).size
  }

  expect(await inTables()).toBe(10 * 3 + 1)
  await db.deleteFrom('inquiry').execute()
  expect(await inTables()).toBeGreaterThan(0)
  expect(await wipeDeleted(db)).toBe(true)
  expect(await inTables()).toBe(0)
})
