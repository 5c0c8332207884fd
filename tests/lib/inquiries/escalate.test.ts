import { describe, expect, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { escalateUnopened } from '#lib/inquiries/escalate.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { oweDeliveries } from '#tests/support/delivery.ts'
import { MONDAY_AT_TEN, officeHours } from '#tests/support/hours.ts'
import { canaries, keys } from '#tests/support/inquiry.ts'

const escalation = {
  hours: officeHours,
  afterWorkingMs: 30 * MINUTE_MS,
  from: 'Clinic website <website@clinic.example>',
  to: 'manager@clinic.example',
  publicKeys: keys.publicKeys,
  inboxUrl: 'https://clinic.example/staff',
}

async function mailsIn(db: Db) {
  const rows = await db.selectFrom('delivery').selectAll().where('kind', '=', 'backup').execute()
  return rows.map((row) => ({
    ...row,
    mail: JSON.parse(openSealed(keys.privateKeys, row.sealed_payload, `delivery/${row.id}/1`).toString()),
  }))
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('half a working hour without anybody opening it, and the second address is told once', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await escalateUnopened(db, MONDAY_AT_TEN + 29 * MINUTE_MS, escalation)
    expect(await mailsIn(db)).toEqual([])

    const { id } = await db.selectFrom('inquiry').select('id').executeTakeFirstOrThrow()
    for (const minutes of [30, 31, 300]) await escalateUnopened(db, MONDAY_AT_TEN + minutes * MINUTE_MS, escalation)
    expect(await mailsIn(db)).toEqual([
      expect.objectContaining({ inquiry_id: id, once_key: `inquiry/${id}/backup`, state: 'pending' }),
    ])
  })

  test('the mail says which, since when and until when, and nothing about the person', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await applyHours(db, MONDAY_AT_TEN, { hours: officeHours })
    await escalateUnopened(db, MONDAY_AT_TEN + HOUR_MS, escalation)
    const { reference } = await db.selectFrom('inquiry').select('reference').executeTakeFirstOrThrow()

    const [{ mail } = { mail: undefined }] = await mailsIn(db)
    expect(mail).toMatchObject({ to: 'manager@clinic.example', subject: `Nobody has opened ${reference}` })
    expect(mail.text).toContain(
      `${reference}: waiting since November 23, 2026 at 10:00 AM EST, due November 24, 2026 at 10:00 AM EST.`,
    )
    expect(mail.text).toContain('https://clinic.example/staff')
    expect(mail.text).not.toContain('not confirmed')
    expect(mail.replyTo).toBeUndefined()
    for (const canary of canaries) expect(JSON.stringify(mail)).not.toContain(canary)
  })

  test('many at once are one mail', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 60, MONDAY_AT_TEN)
    for (const hours of [1, 2]) await escalateUnopened(db, MONDAY_AT_TEN + hours * HOUR_MS, escalation)

    const mails = await mailsIn(db)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ inquiry_id: null, mail: { subject: 'Nobody has opened 60 messages' } })
    expect(mails[0]?.mail.text.match(/KW-/g)).toHaveLength(50)
    expect(mails[0]?.mail.text).toContain('And 10 more.')
    const told = await db.selectFrom('inquiry').select('id').where('escalated_at', 'is not', null).execute()
    expect(told).toHaveLength(60)
  })

  test('nights and weekends do not count', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, Date.parse('2026-11-20T18:00-05:00'))
    await escalateUnopened(db, Date.parse('2026-11-23T09:29-05:00'), escalation)
    expect(await mailsIn(db)).toEqual([])
    await escalateUnopened(db, Date.parse('2026-11-23T09:30-05:00'), escalation)
    expect(await mailsIn(db)).toHaveLength(1)
  })

  test.each(['opened_at', 'closed_at', 'quarantined_at'] as const)('%s: nobody is bothered', async (column) => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await db
      .updateTable('inquiry')
      .set({ [column]: MONDAY_AT_TEN })
      .execute()
    await escalateUnopened(db, MONDAY_AT_TEN + HOUR_MS, escalation)
    expect(await mailsIn(db)).toEqual([])
  })

  test('without a second address nothing is marked as told, so that one set later is told', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    await escalateUnopened(db, MONDAY_AT_TEN + HOUR_MS, { ...escalation, to: undefined })
    expect(await mailsIn(db)).toEqual([])
    await escalateUnopened(db, MONDAY_AT_TEN + 2 * HOUR_MS, escalation)
    expect(await mailsIn(db)).toHaveLength(1)
  })

  test('two processes at the same moment tell of it once', async () => {
    const { db, place } = await makeDatabase()
    await oweDeliveries(db, 5, MONDAY_AT_TEN)
    const connections = [db, openForTest(place), openForTest(place)]
    await Promise.all(connections.map((one) => escalateUnopened(one, MONDAY_AT_TEN + HOUR_MS, escalation)))
    expect(await mailsIn(db)).toHaveLength(1)
  })

  test('hours nobody confirmed are said to be so', async () => {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1, MONDAY_AT_TEN)
    const hours = clinicHours({ hours: null, holidays: null })
    await escalateUnopened(db, MONDAY_AT_TEN + HOUR_MS, { ...escalation, hours })
    expect((await mailsIn(db))[0]?.mail.text).toContain('The clinic hours are not confirmed')
  })
})
