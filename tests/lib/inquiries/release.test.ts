import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { suspicionOf } from '#lib/abuse/suspicion.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { listQuarantined } from '#lib/inquiries/quarantine.ts'
import { releaseInquiry } from '#lib/inquiries/release.ts'
import { claimDelivery } from '#lib/outbox/claim.ts'
import { onWake } from '#lib/outbox/wake.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { onlyDeliveryIn, START } from '#tests/support/delivery.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'

async function holdOne() {
  const { db } = await makeDatabase()
  const id = randomUUID()
  const suspicion = suspicionOf(['trap-filled', 'no-sec-fetch'])
  const receipt = await acceptInquiry(settingFor(db, { now: () => START }), { id, inquiry, locale: 'en', suspicion })
  return { db, id, receipt }
}

const claim = (db: Parameters<typeof claimDelivery>[0], now: number) => claimDelivery(db, { owner: 'test', now })

test('what looks like spam is kept with its reasons, and its e-mail is not sent', async () => {
  const { db, receipt } = await holdOne()
  expect(await listQuarantined(db)).toEqual([
    {
      reference: receipt.reference,
      receivedAt: START,
      score: 12,
      reasons: [expect.stringContaining('people do not see'), expect.stringContaining('older than 2023')],
    },
  ])
  expect(await claim(db, START + HOUR_MS)).toBeUndefined()
})

test('what is a little odd is sent like any other, and the reason is remembered', async () => {
  const { db } = await makeDatabase()
  const suspicion = suspicionOf(['no-sec-fetch'])
  await acceptInquiry(settingFor(db), { id: randomUUID(), inquiry, locale: 'en', suspicion })
  expect(await db.selectFrom('inquiry').selectAll().executeTakeFirst()).toMatchObject({
    quarantined_at: null,
    spam_score: 2,
    spam_signals: 'no-sec-fetch',
  })
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending' })
})

test('once released, its e-mail is due now and the delivery loop is woken', async () => {
  const { db, id } = await holdOne()
  let woken = 0
  const bell = onWake(() => {
    woken += 1
  })
  expect(await releaseInquiry(db, id, START + HOUR_MS)).toBe(true)
  bell.stop()

  expect(woken).toBe(1)
  expect(await listQuarantined(db)).toEqual([])
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending', next_attempt_at: START + HOUR_MS })
  expect(await claim(db, START + HOUR_MS)).toMatchObject({ inquiryId: id })
})

test('released twice at once, it is released once, and a sent e-mail stays sent', async () => {
  const { db, id } = await holdOne()
  const results = await Promise.all([releaseInquiry(db, id, START), releaseInquiry(db, id, START)])
  expect(results.filter(Boolean)).toHaveLength(1)

  await db.updateTable('delivery').set({ state: 'sent' }).execute()
  expect(await releaseInquiry(db, id, START)).toBe(false)
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'sent' })
})
