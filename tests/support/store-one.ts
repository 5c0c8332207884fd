import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/schema.ts'
import { storeInquiry } from '#lib/inquiries/store.ts'
import { inquiry, keys } from './inquiry.ts'

/** Stores one inquiry and its delivery the way a visitor's is, but for the words of the mail, which only Next can write. */
export async function storeOne(db: Db, id: string): Promise<void> {
  const receipt = await storeInquiry(db, keys.publicKeys, {
    id,
    locale: 'en',
    inquiry,
    reference: id,
    receivedAt: Date.now(),
    delivery: { id: randomUUID(), sealedPayload: Buffer.alloc(1000, 1) },
  })
  if (receipt?.reference !== id) throw new Error('It was given the receipt of another.')
}
