import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { RECEIPTS_A_DAY_MAX } from '#lib/inquiries/receipt.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn, START } from '#tests/support/delivery.ts'
import { byEmail, inquiry, keys, settingFor } from '#tests/support/inquiry.ts'

const asking: Inquiry = { ...byEmail, receipt: true }

const send = (db: Db, what: Inquiry = asking, at = START, id: string = randomUUID()) =>
  acceptInquiry(settingFor(db, { now: () => at }), { id, inquiry: what, locale: 'en' })
const receiptsIn = async (db: Db) => (await deliveriesIn(db)).filter(({ kind }) => kind === 'receipt')

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('a person who asks for a receipt is owed one, beside the mail to the clinic', async () => {
    const { db } = await makeDatabase()
    await send(db)
    expect((await deliveriesIn(db)).map(({ kind }) => kind).sort()).toEqual(['clinic', 'receipt'])
  })

  test('nobody else is', async () => {
    const { db } = await makeDatabase()
    await send(db, byEmail)
    await send(db, inquiry)
    await send(db, { ...inquiry, receipt: true })
    expect(await receiptsIn(db)).toEqual([])
  })

  test('an inquiry in quarantine sends none: anybody could have typed that address', async () => {
    const { db } = await makeDatabase()
    const suspicion = { score: 100, signals: [], isQuarantined: true }
    await acceptInquiry(settingFor(db), { id: randomUUID(), inquiry: asking, locale: 'en', suspicion })
    expect((await deliveriesIn(db)).map(({ kind, state }) => [kind, state])).toEqual([['clinic', 'held']])
  })

  test('it says nothing about the person, the clinic or why they wrote, and loads nothing', async () => {
    const { db } = await makeDatabase()
    const { reference } = await send(db, { ...asking, message: 'Canary message' })
    const [receipt] = await receiptsIn(db)
    if (!receipt) throw new Error('No receipt is owed.')
    const mail: Mail = JSON.parse(
      openSealed(keys.privateKeys, receipt.sealed_payload, `delivery/${receipt.id}/1`).toString(),
    )

    expect(mail).toEqual({
      from: 'Front desk <website@clinic.example>',
      to: byEmail.email,
      subject: 'We got your message',
      text: expect.any(String),
      tags: [{ name: 'delivery', value: receipt.id }],
    })
    expect(mail.text.split('\n')).toHaveLength(3)
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/clinic|ketamine|treatment|addiction|health|http|canary/i)
    expect(mail.text).not.toContain(reference)
  })

  test('an address gets one a day, however it is written and however often it is typed', async () => {
    const { db } = await makeDatabase()
    await send(db)
    await send(db, { ...asking, email: 'CANARY@person.example' })
    await Promise.all(Array.from({ length: 10 }, () => send(db)))
    expect(await receiptsIn(db)).toHaveLength(1)

    await send(db, asking, START + 24 * HOUR_MS)
    expect(await receiptsIn(db)).toHaveLength(2)
  })

  test('the same inquiry sent twice owes one', async () => {
    const { db } = await makeDatabase()
    const id = randomUUID()
    await Promise.all([send(db, asking, START, id), send(db, asking, START, id)])
    expect(await receiptsIn(db)).toHaveLength(1)
  })

  test('all together are a trickle, and the inquiries beyond it are taken as ever', { timeout: 60_000 }, async () => {
    const { db } = await makeDatabase()
    for (let number = 0; number < RECEIPTS_A_DAY_MAX + 3; number += 1)
      await send(db, { ...asking, email: `person-${number}@person.example` })

    expect(await receiptsIn(db)).toHaveLength(RECEIPTS_A_DAY_MAX)
    expect((await deliveriesIn(db)).filter(({ kind }) => kind === 'clinic')).toHaveLength(RECEIPTS_A_DAY_MAX + 3)
  })

  test('what is stored of the address cannot be read', async () => {
    const { db } = await makeDatabase()
    await send(db)
    const rows =
      JSON.stringify(await receiptsIn(db)) + JSON.stringify(await db.selectFrom('inquiry').selectAll().execute())
    expect(rows).not.toMatch(/canary/i)
  })
})
