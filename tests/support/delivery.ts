import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { enqueueDelivery } from '#lib/outbox/enqueue.ts'
import { inquiry, settingFor } from './inquiry.ts'

export const START = Date.parse('2026-11-21T12:00:00Z')

/** A clock that goes only where it is put. */
export function makeClock(at = START) {
  return {
    now: () => at,
    forward(ms: number) {
      at += ms
    },
  }
}

/** Accepts so many inquiries, each with the delivery it is owed. */
export async function oweDeliveries(db: Db, count: number, at = START): Promise<void> {
  const setting = settingFor(db, { now: () => at })
  for (let number = 0; number < count; number += 1)
    await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })
}

/** The oldest first: PostgreSQL moves a row that is changed. */
export const deliveriesIn = (db: Db) => db.selectFrom('delivery').selectAll().orderBy('next_attempt_at').execute()

export async function onlyDeliveryIn(db: Db) {
  return db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow()
}

export function eventually(check: () => void | Promise<void>) {
  return vi.waitFor(check, { timeout: 20_000, interval: 5 })
}

/** Owes so many deliveries that belong to no inquiry and hold no mail: enough to be claimed, and quick to make. */
export async function owePlainDeliveries(db: Db, count: number, at = START): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (let number = 0; number < count; number += 1)
      await enqueueDelivery(transaction, {
        id: `delivery-${number}`,
        inquiryId: null,
        kind: 'digest',
        onceKey: `digest/${number}`,
        sealedPayload: Buffer.of(1, 2, 3),
        now: at,
      })
  })
}
