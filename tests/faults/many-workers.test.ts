import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { storeInquiry } from '#lib/inquiries/store.ts'
import { LEASE_MS } from '#lib/outbox/claim.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { measured, progress, sized } from '#tests/support/faults.ts'
import { inquiry } from '#tests/support/inquiry.ts'

const DELIVERIES = sized({ quick: 1_000, full: 10_000 })
const PROCESSES = 4
const WORKERS_EACH = 2
const QUIET_MS = 3_000
const START_MS_MAX = 30_000

const keyText = makePrivateKeyText()
const { publicKeys } = sealKeysFrom(keyText)

test('F12: of eight workers in four processes on one SQLite file, exactly one takes each delivery', async () => {
  const { requests, doubled, unsent, seconds } = await workOff(DELIVERIES, 'ours')

  measured({
    row: 'F12',
    done: `${DELIVERIES} deliveries, ${PROCESSES * WORKERS_EACH} workers in ${PROCESSES} processes, one SQLite file`,
    target: 'each sent once',
    measured: `${requests} requests, ${doubled} doubled, ${unsent} unsent, ${Math.round(DELIVERIES / seconds)} a second`,
    isMet: requests === DELIVERIES && doubled === 0 && unsent === 0,
  })
})

test('F12: the control: workers that look first and take afterwards send the same mail several times', async () => {
  const { doubled } = await workOff(200, 'careless')

  measured({
    row: 'F12',
    done: 'control: 200 deliveries, the same workers with a careless claim',
    target: 'at least 1 doubled',
    measured: `${doubled} doubled`,
    isMet: doubled > 0,
  })
})

async function workOff(count: number, claim: 'ours' | 'careless') {
  const { db, path } = await makeDatabase()
  for (let number = 0; number < count; number += 1) await oweDelivery(db, number)
  const resend = await startFakeResend()
  const started = performance.now()
  const workers = Array.from({ length: PROCESSES }, () =>
    spawn(
      process.execPath,
      ['tests/support/delivery-workers.ts', path, resend.url, keyText, String(WORKERS_EACH), claim],
      { stdio: ['pipe', 'inherit', 'inherit'] },
    ),
  )

  const exits = workers.map((worker) => once(worker, 'exit'))
  const seconds = await untilQuiet(() => resend.requests().length, started)
  // A worker that others kept from writing down its success leaves the delivery to whoever comes when its lease is over.
  const findUnsent = () => db.selectFrom('delivery').select('id').where('state', '!=', 'sent').execute()
  const unsent = claim === 'ours' ? await untilNone(findUnsent) : await findUnsent()
  for (const { stdin } of workers) stdin.end()
  await Promise.all(exits)
  await resend.close()

  const requests = resend.requests()
  const doubled = requests.length - new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size
  return { requests: requests.length, doubled, unsent: unsent.length, seconds }
}

/** What is left when nothing is, or when every lease has run out. */
async function untilNone<Row>(find: () => Promise<Row[]>): Promise<Row[]> {
  for (const end = performance.now() + LEASE_MS + QUIET_MS; ; await wait(500)) {
    const left = await find()
    if (left.length === 0 || performance.now() > end) return left
  }
}

/** Waits until nothing more arrives, and says after how many seconds the last did. */
async function untilQuiet(countOf: () => number, started: number): Promise<number> {
  let last = { count: 0, at: performance.now() }
  for (;;) {
    await wait(100)
    const now = performance.now()
    if (countOf() > last.count) last = { count: countOf(), at: now }
    if (now - last.at > (last.count > 0 ? QUIET_MS : START_MS_MAX)) return (last.at - started) / 1000
  }
}

async function oweDelivery(db: Db, number: number): Promise<void> {
  if (number > 0 && number % 2_000 === 0) progress(`${number} deliveries owed`)
  const deliveryId = randomUUID()
  const mail = {
    from: 'a@clinic.test',
    to: 'b@clinic.test',
    subject: 'Owed',
    html: '',
    text: `Number ${number}`,
    tags: [],
  }
  const receivedAt = Date.now()
  await storeInquiry(db, publicKeys, {
    id: randomUUID(),
    locale: 'en',
    inquiry,
    reference: `KW-${number}`,
    receivedAt,
    delivery: { id: deliveryId, sealedPayload: sealFor(publicKeys, JSON.stringify(mail), `delivery/${deliveryId}/1`) },
  })
}
