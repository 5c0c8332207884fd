import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeBackup } from '#lib/backup/make.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { deliverThrough } from '#lib/inquiries/deliver.ts'
import { purgeDue } from '#lib/inquiries/purge.ts'
import { RETENTION_DEFAULT } from '#lib/inquiries/retention.ts'
import { makeLogger, onlyAllowed } from '#lib/log.ts'
import { startDelivering } from '#lib/outbox/run.ts'
import { openForTest } from '#tests/support/database.ts'
import { deliveriesIn, eventually, START } from '#tests/support/delivery.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { keys, settingFor } from '#tests/support/inquiry.ts'
import { findPlanted, isPlantedIn, planted, plantedByEmail, plantedByPhone } from '#tests/support/planted.ts'

vi.setConfig({ testTimeout: 30_000 })
const indexKey = Buffer.alloc(32, 9)

/** A whole life of two inquiries in one data folder, up to their delivery; what was said on the way is kept. */
async function liveThrough(mode: 'full' | 'notice') {
  const folder = makeFolder()
  const place = join(folder, 'clinic.db')
  const db = openForTest(place)
  await migrateDatabase(db)
  const setting = settingFor(db, {
    now: () => START,
    mail: { mode, from: 'website@clinic.example', to: 'inbox@clinic.example' },
  })
  for (const inquiry of [plantedByPhone, plantedByEmail])
    await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })
  await indexNewInquiries(db, keys.privateKeys, indexKey, START)

  const fake = await startFakeResend({ script: ['503-json', '502-html'] })
  onTestFinished(() => fake.close())
  const lines: string[] = []
  const logger = makeLogger({ write: (line: string) => void lines.push(line) })
  const deliver = deliverThrough(resendMailer({ apiKey: 're_fake', baseUrl: fake.url }), keys.privateKeys)
  const delivering = startDelivering({
    db,
    deliver,
    report: (event, fields) => logger.info(onlyAllowed(fields), event),
    random: () => 0,
    pollMs: 5,
  })
  await eventually(async () => {
    const states = (await deliveriesIn(db)).map(({ state }) => state)
    expect(states.every((state) => state === 'sent' || state === 'attention')).toBe(true)
  })
  await delivering.stop()
  await makeBackup({ openDb: () => openDatabase(place), folder: join(folder, 'backups'), keys }, START)
  return {
    db,
    folder,
    logged: lines.join(''),
    mails: fake.requests().map(({ body }): Record<string, string> => JSON.parse(body)),
  }
}

test('what a person wrote stands nowhere but inside sealed boxes: not in files, mails, log or backup', async () => {
  const { db, folder, logged, mails } = await liveThrough('notice')
  expect(logged).toContain('delivery')
  // Whoever asked for a receipt gets one at their own address; it may stand nowhere else in it.
  const said = mails.map(({ to, ...rest }) => JSON.stringify(rest))
  expect(said.some((text) => text.includes('KW-'))).toBe(true)
  expect(findPlanted(folder)).toEqual([])
  expect([logged, ...said].map((text) => isPlantedIn(text))).not.toContain(true)

  const now = START + 200 * 24 * HOUR_MS
  const purged = await purgeDue({ db, now, rules: RETENTION_DEFAULT, isClockConfirmed: true })
  expect(purged).toMatchObject({ kind: 'done', isWiped: true })
  expect(await db.selectFrom('inquiry').selectAll().execute()).toEqual([])
  expect(findPlanted(folder)).toEqual([])
})

test('the search does find it in a full mail, and so would in the others', async () => {
  const said = JSON.stringify((await liveThrough('full')).mails)
  expect(planted.filter((one) => isPlantedIn(said, [one])).length).toBeGreaterThan(5)
})

test.each(planted)('the search finds %s in a file, in any of the usual spellings', (one) => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'deep'))
  const spellings: Record<string, string | Buffer> = {
    plain: `before ${one} after`,
    upper: one.toUpperCase(),
    url: `?q=${encodeURIComponent(one)}`,
    json: JSON.stringify({ one }),
    hex: Buffer.from(one).toString('hex'),
    base64: Buffer.from(`{"name":"${one}","x":1}`).toString('base64'),
    shifted: Buffer.from(`{"names":"${one}","x":1}`).toString('base64url'),
    wide: Buffer.from(one, 'utf16le'),
  }
  for (const [name, content] of Object.entries(spellings)) writeFileSync(join(folder, 'deep', name), content)
  const found = new Set(findPlanted(folder, [one]).map(({ file }) => file.split('/').at(-1)))
  expect([...found].sort()).toEqual(Object.keys(spellings).sort())
})
