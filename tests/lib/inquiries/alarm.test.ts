import { describe, expect, test } from 'vitest'
import type { Db, DeliveryFate } from '#lib/db/schema.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { raiseAlarms } from '#lib/inquiries/alarm.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { eachEngine } from '#tests/support/database.ts'
import { deliveriesIn, oweDeliveries, START } from '#tests/support/delivery.ts'
import { canaries, keys } from '#tests/support/inquiry.ts'

const setting = {
  publicKeys: keys.publicKeys,
  from: 'Clinic website <website@clinic.example>',
  to: 'manager@clinic.example',
  inboxUrl: 'https://inbox.clinic.example/staff',
}

const alarmsIn = async (db: Db) => (await deliveriesIn(db)).filter(({ kind }) => kind === 'backup')

async function alarmMail(db: Db): Promise<Mail> {
  const [alarm] = await alarmsIn(db)
  if (!alarm) throw new Error('No alarm was raised.')
  return JSON.parse(openSealed(keys.privateKeys, alarm.sealed_payload, `delivery/${alarm.id}/1`).toString())
}

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  async function makeTroubled(change: {
    state?: 'attention' | 'sent'
    fate?: DeliveryFate
    kind?: 'receipt' | 'backup' | 'surge'
  }) {
    const { db } = await makeDatabase()
    await oweDeliveries(db, 1)
    await db
      .updateTable('delivery')
      .set({ state: 'sent', ...change })
      .execute()
    return db
  }

  test.each(['bounced', 'complained', 'suppressed', 'failed'] as const)(
    'a mail to the clinic that %s is told to the second address, once',
    async (fate) => {
      const db = await makeTroubled({ fate })
      expect(await raiseAlarms(db, START, setting)).toBe(1)
      expect(await raiseAlarms(db, START, setting)).toBe(0)

      const [clinicMail] = (await deliveriesIn(db)).filter(({ kind }) => kind === 'clinic')
      expect(await alarmsIn(db)).toMatchObject([
        { once_key: `bounce/${clinicMail?.id}`, inquiry_id: clinicMail?.inquiry_id, state: 'pending' },
      ])
    },
  )

  test('a mail that could not be sent at all is told too', async () => {
    const db = await makeTroubled({ state: 'attention' })
    expect(await raiseAlarms(db, START, setting)).toBe(1)
    expect((await alarmMail(db)).text).toContain('could not be sent')
  })

  test.each(['delivered', 'delayed'] as const)('a mail that is %s alarms nobody', async (fate) => {
    expect(await raiseAlarms(await makeTroubled({ fate }), START, setting)).toBe(0)
  })

  test.each(['receipt', 'backup'] as const)('a %s that bounces raises no further mail', async (kind) => {
    const db = await makeTroubled({ kind, fate: 'bounced' })
    expect(await raiseAlarms(db, START, setting)).toBe(0)
  })

  test('a mail about no single inquiry says so', async () => {
    const db = await makeTroubled({ kind: 'surge', fate: 'bounced' })
    await db.updateTable('delivery').set({ inquiry_id: null }).execute()
    await raiseAlarms(db, START, setting)
    expect((await alarmMail(db)).subject).toBe('One of our e-mails did not arrive')
  })

  test('without a second address nothing is owed', async () => {
    const db = await makeTroubled({ fate: 'bounced' })
    expect(await raiseAlarms(db, START, { ...setting, to: undefined })).toBe(0)
    expect(await alarmsIn(db)).toEqual([])
  })

  test('of ten processes that look at once, one tells', async () => {
    const db = await makeTroubled({ fate: 'bounced' })
    const raised = await Promise.all(Array.from({ length: 10 }, () => raiseAlarms(db, START, setting)))
    expect(raised.reduce((sum, count) => sum + count)).toBe(1)
  })

  test('it says which message, what happened and what to do, and nothing the person wrote', async () => {
    const db = await makeTroubled({ fate: 'bounced' })
    await raiseAlarms(db, START, setting)
    const { reference } = await db.selectFrom('inquiry').select('reference').executeTakeFirstOrThrow()
    const mail = await alarmMail(db)

    expect(mail).toMatchObject({ to: setting.to, subject: `Message ${reference}: our e-mail did not arrive` })
    expect(mail.text).toContain(`show ${reference}`)
    expect(mail.text).toContain(setting.inboxUrl)
    expect(mail.replyTo).toBeUndefined()
    expect(JSON.stringify(mail)).not.toMatch(/ketamine|treatment|addiction|patient/i)
    expect(canaries.filter((canary) => JSON.stringify(mail).includes(canary))).toEqual([])
  })
})
