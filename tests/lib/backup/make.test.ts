import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { verifyAudit } from '#lib/audit/verify.ts'
import { backedUp } from '#lib/backup/export.ts'
import { listBackups, makeBackup } from '#lib/backup/make.ts'
import { lastBackupAt, nightlyBackup } from '#lib/backup/nightly.ts'
import { restoreBackup } from '#lib/backup/restore.ts'
import { verifyBackup } from '#lib/backup/verify.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { findInquiry, listInquiries } from '#lib/inquiries/list.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { deliveriesIn, oweDeliveries, START } from '#tests/support/delivery.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { inquiry, keys, settingFor } from '#tests/support/inquiry.ts'
import { findPlanted, plantedByPhone } from '#tests/support/planted.ts'

vi.setConfig({ testTimeout: 60_000 })

type Made = { db: Db; place: string }

function placeOf({ place }: Made, folder = join(makeFolder(), 'backups')) {
  return { openDb: () => openDatabase(place), folder, keys }
}

const restore = (db: Db, folder: string, name: string, now = START) =>
  restoreBackup({ db, path: join(folder, name), privateKeys: keys.privateKeys, now })

describe.each(eachEngine)('on $engine', ({ makeDatabase, makePlace }) => {
  test('a backup is restored elsewhere, and an inquiry is read there', async () => {
    const made = await makeDatabase()
    await oweDeliveries(made.db, 120)
    const place = placeOf(made)
    const { name, rows } = await makeBackup(place, START)
    expect(rows).toMatchObject({ inquiry: 120, delivery: 120 })

    const elsewhere = openForTest(await makePlace())
    expect(await restore(elsewhere, place.folder, name)).toMatchObject({ rows, inDoubt: 120 })
    const [before, after] = [await listInquiries(made.db), await listInquiries(elsewhere)]
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    const first = await findInquiry(elsewhere, before[0]?.reference ?? '')
    if (!first) throw new Error('It is not there.')
    expect(openInquiry(keys.privateKeys, first)).toEqual(inquiry)
    expect(await verifyAudit(elsewhere)).toMatchObject({ kind: 'whole', head: { seq: 1 } })
  })

  test('what was on its way waits for a person after a restore, so that nothing goes twice', async () => {
    const made = await makeDatabase()
    await oweDeliveries(made.db, 2)
    const place = placeOf(made)
    const { name } = await makeBackup(place, START)
    const elsewhere = openForTest(await makePlace())
    await restore(elsewhere, place.folder, name)
    for (const delivery of await deliveriesIn(elsewhere))
      expect(delivery).toMatchObject({ state: 'attention', last_failure: 'restored-from-backup' })
  })

  test('takes the database as it was at one moment, while inquiries go on coming in', async () => {
    const made = await makeDatabase()
    await oweDeliveries(made.db, 50)
    const place = placeOf(made)
    const [{ rows }] = await Promise.all([makeBackup(place, START), oweDeliveries(made.db, 60)])
    expect(rows.inquiry).toBe(rows.delivery)
    expect((await listInquiries(made.db)).length).toBe(110)
  })

  test('restores into nothing but an empty database', async () => {
    const made = await makeDatabase()
    await oweDeliveries(made.db, 1)
    const place = placeOf(made)
    const { name } = await makeBackup(place, START)
    await expect(restore(made.db, place.folder, name)).rejects.toMatchObject({ reason: 'not-empty' })
    expect(await listInquiries(made.db)).toHaveLength(1)
  })

  test('a backup from before the newest tables is brought up to date', async () => {
    const old = openForTest(await makePlace())
    await migrateDatabase(old, { list: migrations.slice(0, 1) })
    await old
      .insertInto('inquiry')
      .values({
        id: randomUUID(),
        reference: 'KW-22222',
        received_at: 1,
        locale: 'en',
        sealed: Buffer.of(1),
        key_id: 'x',
        status: 'new',
      })
      .execute()
    const folder = makeFolder()
    const { writeSealedFile } = await import('#lib/backup/sealed-file.ts')
    const { exportLines } = await import('#lib/backup/export.ts')
    await writeSealedFile(join(folder, 'old.backup'), keys.publicKeys, (write) => exportLines(old, START, write))

    const elsewhere = openForTest(await makePlace())
    await restore(elsewhere, folder, 'old.backup')
    expect(await elsewhere.selectFrom('inquiry').select(['reference', 'version']).execute()).toEqual([
      { reference: 'KW-22222', version: 0 },
    ])
  })
})

const [sqlite, postgres] = eachEngine
if (!sqlite || !postgres) throw new Error('There are two engines.')

test.each([
  [sqlite, postgres],
  [postgres, sqlite],
])('moves everything from $engine to the other database', async (from, to) => {
  const made = await from.makeDatabase()
  await oweDeliveries(made.db, 3)
  await made.db.updateTable('delivery').set({ state: 'sent' }).execute()
  const place = placeOf(made)
  const { name } = await makeBackup(place, START)
  const elsewhere = openForTest(await to.makePlace())
  await restore(elsewhere, place.folder, name)

  const all = (db: Db) => db.selectFrom('delivery').selectAll().orderBy('id').execute()
  expect(await all(elsewhere)).toEqual(await all(made.db))
})

test('every table is either kept or left out on purpose', async () => {
  const { db } = await sqlite.makeDatabase()
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  expect(backedUp(tables).sort()).toEqual([
    'audit',
    'blind_index',
    'delivery',
    'inquiry',
    'inquiry_event',
    'passkey',
    'recovery_code',
    'staff',
    'tally',
    'watermark',
    'webhook_event',
  ])
})

test('a backup is for its owner alone, and nothing in it can be read', async () => {
  const made = await sqlite.makeDatabase()
  const { reference } = await acceptInquiry(settingFor(made.db), {
    id: randomUUID(),
    inquiry: plantedByPhone,
    locale: 'en',
  })
  const place = placeOf(made)
  const { name } = await makeBackup(place, START)
  const path = join(place.folder, name)

  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(findPlanted(path)).toEqual([])
  expect(findPlanted(path, [reference, 'inquiry'])).toEqual([])
  expect(readdirSync(place.folder)).toEqual([name])
})

test('the escrow key restores it as well', async () => {
  const made = await sqlite.makeDatabase()
  await oweDeliveries(made.db, 1)
  const escrow = sealKeysFrom(makePrivateKeyText())
  const place = { ...placeOf(made), keys: { ...keys, publicKeys: [...keys.publicKeys, ...escrow.publicKeys] } }
  const { name } = await makeBackup(place, START)
  expect(await verifyBackup(join(place.folder, name), escrow.privateKeys)).toMatchObject({ rows: { inquiry: 1 } })
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), { name: 'SealError' }],
  [
    'changed',
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]),
    { name: 'SealError' },
  ],
  ['something else', () => Buffer.from('hello'), { name: 'SealError' }],
])('a backup that was %s is neither verified nor restored', async (_, spoil, failure) => {
  const made = await sqlite.makeDatabase()
  await oweDeliveries(made.db, 30)
  const place = placeOf(made)
  const { name } = await makeBackup(place, START)
  const path = join(place.folder, name)
  writeFileSync(path, spoil(readFileSync(path)))

  await expect(verifyBackup(path, keys.privateKeys)).rejects.toMatchObject(failure)
  const elsewhere = openForTest(await sqlite.makePlace())
  await expect(restore(elsewhere, place.folder, name)).rejects.toMatchObject(failure)
  const inquiries = await elsewhere
    .selectFrom('inquiry')
    .selectAll()
    .execute()
    .catch(() => [])
  expect(inquiries).toEqual([])
})

test('keeps as many as it should, and clears away what a killed process left', async () => {
  const made = await sqlite.makeDatabase()
  const place = { ...placeOf(made), kept: 3 }
  for (let hour = 0; hour < 5; hour += 1) {
    await makeBackup(place, START + hour * HOUR_MS)
    if (hour > 0) continue
    const left = join(place.folder, `.${randomUUID()}.unfinished`)
    writeFileSync(left, '')
    utimesSync(left, 1, 1)
  }
  expect(readdirSync(place.folder).sort()).toEqual(
    listBackups(place.folder)
      .map(({ name }) => name)
      .reverse(),
  )
  expect(listBackups(place.folder)[0]?.name).toBe('clinic-2026-11-21T16-00-00Z.backup')
  expect(listBackups(place.folder)).toHaveLength(3)
})

test('makes one each night, however often it is asked, and says when', async () => {
  const made = await sqlite.makeDatabase()
  const place = placeOf(made)
  expect(await lastBackupAt(made.db)).toBeUndefined()
  for (let hour = 0; hour <= 48; hour += 1) {
    const now = START + hour * HOUR_MS
    await nightlyBackup(made.db, now, () => makeBackup(place, now))
  }
  expect(listBackups(place.folder)).toHaveLength(3)
  expect(await lastBackupAt(made.db)).toBe(START + 46 * HOUR_MS)
})

test('makes none without a key to prove it with', async () => {
  const made = await sqlite.makeDatabase()
  const place = { ...placeOf(made), keys: { ...keys, privateKeys: [] } }
  await expect(makeBackup(place, START)).rejects.toMatchObject({ reason: 'no-private-key' })
})
