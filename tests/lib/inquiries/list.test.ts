import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/duration.ts'
import { countUnopenable, findInquiry, listInquiries } from '#lib/inquiries/list.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { oweDeliveries, START } from '#tests/support/delivery.ts'
import { keys } from '#tests/support/inquiry.ts'

test('lists the newest first, each with where its e-mail stands', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1, START)
  await oweDeliveries(db, 1, START + HOUR_MS)

  const listed = await listInquiries(db)
  expect(listed.map(({ receivedAt, state }) => ({ receivedAt, state }))).toEqual([
    { receivedAt: START + HOUR_MS, state: 'pending' },
    { receivedAt: START, state: 'pending' },
  ])
  expect(await findInquiry(db, listed[1]?.reference ?? '')).toEqual(listed[1])
})

test('counts what a lost key has closed for good', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 2)
  const other = sealKeysFrom(makePrivateKeyText())

  expect(await countUnopenable(db, [...other.privateKeys, ...keys.privateKeys])).toBe(0)
  expect(await countUnopenable(db, other.privateKeys)).toBe(2)
})
