import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Mail } from '#lib/email/mailer.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { deliveriesIn, onlyDeliveryIn } from '#tests/support/delivery.ts'
import { byEmail, canaries, inquiry, keys, settingFor } from '#tests/support/inquiry.ts'

const request = () => ({ id: randomUUID(), inquiry, locale: 'en' })
const inquiriesIn = (db: Parameters<typeof deliveriesIn>[0]) => db.selectFrom('inquiry').selectAll().execute()

async function mailOwedIn(db: Parameters<typeof deliveriesIn>[0]): Promise<Mail> {
  const { id, sealed_payload } = await onlyDeliveryIn(db)
  return JSON.parse(openSealed(keys.privateKeys, sealed_payload, `delivery/${id}/1`).toString())
}

test('keeps what the person wrote, and owes the clinic one e-mail about it', async () => {
  const { db } = await makeDatabase()
  const receipt = await acceptInquiry(settingFor(db), request())

  const [stored] = await inquiriesIn(db)
  if (!stored) throw new Error('Nothing was stored.')
  expect(openInquiry(keys.privateKeys, stored)).toEqual(inquiry)
  expect(stored).toMatchObject({ reference: receipt.reference, received_at: receipt.receivedAt, locale: 'en' })
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending', inquiry_id: stored.id, attempts: 0 })
})

test('the same id fifty times at once is one inquiry, one e-mail and one reference', async () => {
  const { db } = await makeDatabase()
  const same = request()
  const receipts = await Promise.all(Array.from({ length: 50 }, () => acceptInquiry(settingFor(db), same)))

  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
  expect(await inquiriesIn(db)).toHaveLength(1)
  expect(await deliveriesIn(db)).toHaveLength(1)
})

test('fifty people at once are fifty inquiries, each with its own e-mail and reference', async () => {
  const { db } = await makeDatabase()
  const receipts = await Promise.all(Array.from({ length: 50 }, () => acceptInquiry(settingFor(db), request())))

  expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(50)
  expect(new Set((await deliveriesIn(db)).map((delivery) => delivery.inquiry_id)).size).toBe(50)
})

test('when the e-mail cannot be owed, the inquiry is not kept either', async () => {
  const { db } = await makeDatabase()
  await sql`create trigger refuse before insert on delivery begin select raise(abort, 'refused'); end`.execute(db)

  await expect(acceptInquiry(settingFor(db), request())).rejects.toThrow('refused')
  expect(await inquiriesIn(db)).toEqual([])
})

test('a reference that is taken is drawn again', async () => {
  const { db } = await makeDatabase()
  const drawn = ['KW-AAAAA', 'KW-AAAAA', 'KW-CCCCC']
  const setting = settingFor(db, { pickReference: () => drawn.shift() ?? '' })

  await acceptInquiry(setting, request())
  expect(await acceptInquiry(setting, request())).toMatchObject({ reference: 'KW-CCCCC' })
})

test('refuses an id that is not a UUID', async () => {
  const { db } = await makeDatabase()
  await expect(acceptInquiry(settingFor(db), { ...request(), id: 'one' })).rejects.toThrow(TypeError)
})

test('a full e-mail can be answered to the person, a notice cannot and names nobody', async () => {
  const full = await makeDatabase()
  const notice = await makeDatabase()
  const mail = { from: 'website@clinic.example', to: 'inbox@clinic.example' }
  await acceptInquiry(settingFor(full.db, { mail: { ...mail, mode: 'full' } }), { ...request(), inquiry: byEmail })
  await acceptInquiry(settingFor(notice.db, { mail: { ...mail, mode: 'notice' } }), { ...request(), inquiry: byEmail })

  expect(await mailOwedIn(full.db)).toMatchObject({ ...mail, replyTo: byEmail.email })
  const sent = JSON.stringify(await mailOwedIn(notice.db))
  expect(sent).not.toContain('replyTo')
  expect(canaries.filter((canary) => sent.includes(canary))).toEqual([])
})

test('tags the e-mail with its delivery', async () => {
  const { db } = await makeDatabase()
  await acceptInquiry(settingFor(db), request())
  const { id } = await onlyDeliveryIn(db)
  expect((await mailOwedIn(db)).tags).toEqual([{ name: 'delivery', value: id }])
})

test('nothing a person wrote can be found in any file of the database', async () => {
  const { db, path } = await makeDatabase()
  await acceptInquiry(settingFor(db), request())
  await acceptInquiry(settingFor(db), { ...request(), inquiry: byEmail })

  const folder = dirname(path)
  const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))
  expect(bytes.includes('KW-')).toBe(true)
  expect(canaries.filter((canary) => bytes.includes(canary))).toEqual([])
})
