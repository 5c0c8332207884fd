import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { POST } from '#app/webhooks/resend/route.ts'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { env } from '#lib/env.ts'
import { makeLogger } from '#lib/log.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { oweDeliveries } from '#tests/support/delivery.ts'
import { canaries } from '#tests/support/inquiry.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { holdLock } from '#tests/support/process.ts'
import { timed } from '#tests/support/timed.ts'
import { makeWebhookSecret, newsOf, signedHeaders } from '#tests/support/webhook.ts'

const old = makeWebhookSecret()
const fresh = makeWebhookSecret()
isolateProcess({ RESEND_WEBHOOK_SECRET: `${old} ${fresh}`, CLINIC_INBOX_BACKUP: 'manager@clinic.example' })
beforeAll(async () => {
  oncePerProcess('log', () => makeLogger({ write: () => {} }))
  await migrateDatabase(database())
  await hear(newsOf('email.sent', {}))
})
afterAll(() => database().destroy())

let deliveryId = ''
beforeEach(async () => {
  for (const table of ['webhook_event', 'delivery', 'inquiry'] as const) await database().deleteFrom(table).execute()
  await oweDeliveries(database(), 1)
  deliveryId = (await deliveries())[0]?.id ?? ''
})

const deliveries = () => database().selectFrom('delivery').selectAll().orderBy('kind', 'desc').execute()
const clinicMail = async () => (await deliveries()).find(({ kind }) => kind === 'clinic')
const countNews = async () => (await database().selectFrom('webhook_event').select('id').execute()).length

async function hear(body: string, { secret = fresh, headers = signedHeaders(body, { secret }) } = {}): Promise<number> {
  const named = Object.entries(headers).map(([name, value]) => [`svix-${name}`, value] as [string, string])
  const request = new Request('http://localhost/webhooks/resend', { method: 'POST', headers: named, body })
  return (await POST(request)).status
}

const bounce = () => newsOf('email.bounced', { deliveryId })

test.each([
  ['the old', old],
  ['the new', fresh],
])('news signed with %s of two secrets is applied', async (_which, secret) => {
  expect(await hear(newsOf('email.delivered', { deliveryId }), { secret })).toBe(200)
  expect(await clinicMail()).toMatchObject({ state: 'sent', fate: 'delivered' })
})

test('forged news changes nothing and is not kept', async () => {
  const before = await deliveries()
  expect(await hear(bounce(), { secret: makeWebhookSecret() })).toBe(400)
  const headers = signedHeaders(bounce(), { secret: fresh })
  expect(await hear(bounce().replace('bounced', 'delayed'), { headers })).toBe(400)
  expect(await hear(bounce(), { headers: { ...headers, signature: '' } })).toBe(400)
  expect(await deliveries()).toEqual(before)
  expect(await countNews()).toBe(0)
})

test('the same news again is answered with 200 and changes nothing', async () => {
  const body = bounce()
  const headers = signedHeaders(body, { secret: fresh })
  expect(await hear(body, { headers })).toBe(200)
  const before = await deliveries()
  for (let times = 0; times < 3; times += 1) expect(await hear(body, { headers })).toBe(200)
  expect(await deliveries()).toEqual(before)
  expect(await countNews()).toBe(1)
})

test('a bounce tells the second address once, with nothing the person wrote', async () => {
  await hear(bounce())
  await hear(newsOf('email.complained', { deliveryId }))
  const alarms = (await deliveries()).filter(({ kind }) => kind === 'backup')
  expect(alarms).toMatchObject([{ once_key: `bounce/${deliveryId}`, state: 'pending' }])

  const [alarm] = alarms
  if (!alarm) return
  const opened = openSealed(env().sealKeys.privateKeys, alarm.sealed_payload, `delivery/${alarm.id}/1`).toString()
  const mail: Mail = JSON.parse(opened)
  expect(mail).toMatchObject({ to: 'manager@clinic.example', subject: expect.stringMatching(/^Message KW-.* arrive$/) })
  expect(canaries.filter((canary) => opened.includes(canary))).toEqual([])
})

test('what is kept of news holds no address and no subject', async () => {
  await hear(bounce())
  const kept = JSON.stringify(await database().selectFrom('webhook_event').selectAll().execute())
  expect(kept).toContain('email.bounced')
  expect(kept).not.toMatch(/canary|clinic\.example/i)
})

test('news of any size we take is answered within 200 ms', timed, async () => {
  const large = JSON.stringify({ ...JSON.parse(bounce()), padding: 'x'.repeat(250 * 1024) })
  for (const body of [bounce(), large, newsOf('email.delivered', {})]) {
    const startedAt = performance.now()
    expect(await hear(body)).toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(200)
  }
})

test('while another process holds the database, Resend is told within 200 ms to come again', timed, async () => {
  const lock = await holdLock(env().databasePath)
  const startedAt = performance.now()
  expect(await hear(bounce())).toBe(503)
  const tookMs = performance.now() - startedAt
  await lock.release()

  expect(tookMs).toBeLessThan(200)
  expect(await hear(bounce())).toBe(200)
})
