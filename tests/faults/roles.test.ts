import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { SealError } from '#lib/seal/failure.ts'
import { isKeyText, privateKeyFrom, rawKeyFrom } from '#lib/seal/key-pair.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { makeSplitKeys } from '#tests/support/split-server.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

const SETTLE_MS_MAX = 20_000
const mail = { INQUIRY_EMAIL: 'full', MAIL_FROM: 'front-desk@clinic.test', CLINIC_INBOX: 'inbox@clinic.test' }

async function started(settings: Record<string, string>, dataFolder?: string): Promise<RunningServer> {
  const server = await startServer(settings, dataFolder === undefined ? {} : { dataFolder })
  onTestFinished(() => server.remove())
  return server
}

/** Every text that could be a key among what a process was given and what lies in its folder. */
function keyTextsIn(settings: Record<string, string>, folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  const texts = files
    .filter((path) => statSync(path).isFile() && !path.includes('clinic.db'))
    .map((path) => readFileSync(path, 'utf8'))
  return [...Object.values(settings), ...texts].flatMap((text) => text.split(/[\s,]+/)).filter(isKeyText)
}

const statusOf = (server: RunningServer, path: string) =>
  fetch(`${server.origin}${path}`, { redirect: 'manual' }).then(({ status }) => status)

describe.each(eachEngine)('on $engine', ({ engine, makePlace }) => {
  test('the site takes an inquiry that it cannot open, and another process delivers it', async () => {
    const keys = makeSplitKeys()
    const resend = await startFakeResend()
    onTestFinished(() => resend.close())
    const shared = { ...mail, ...(engine === 'postgres' && { DATABASE_URL: await makePlace() }) }
    const ofSite = { ...shared, ...keys.ofSite }
    const site = await started(ofSite)
    const delivery = await started(
      { ...shared, ...keys.ofDelivery, RESEND_API_KEY: 're_fake', RESEND_BASE_URL: resend.url },
      site.dataFolder,
    )

    await sendInquiry(site.origin, { ...typedByPhone, message: 'Only for the clinic.' })
    for (const end = Date.now() + SETTLE_MS_MAX; Date.now() < end && resend.mails().length === 0; ) await wait(50)
    expect(resend.mails().map(({ payload }) => String(payload.text))).toEqual([
      expect.stringContaining('Only for the clinic.'),
    ])

    const db = openForTest(shared.DATABASE_URL ?? join(site.dataFolder, 'clinic.db'))
    const { id, sealed } = await db.selectFrom('inquiry').select(['id', 'sealed']).executeTakeFirstOrThrow()
    const opens = (text: string) => () => openSealed([privateKeyFrom(rawKeyFrom(text))], sealed, `inquiry/${id}/1`)
    expect(opens(keys.privateText)().toString()).toContain('Only for the clinic.')
    // The delivery process was given its index key, so the folder that both share holds the key of drafts alone.
    const reachable = keyTextsIn(ofSite, site.dataFolder)
    expect(reachable).toHaveLength(2)
    for (const text of reachable) expect(opens(text)).toThrow(SealError)

    expect(await statusOf(site, '/staff')).toBe(404)
    expect(await statusOf(delivery, '/contact')).toBe(404)
    for (const server of [site, delivery]) {
      const health = await fetch(`${server.origin}/health`)
      expect({ status: health.status, said: await health.json() }).toEqual({
        status: 200,
        said: { status: 'ok', reasons: [] },
      })
    }
    for (const server of [site, delivery]) expect(await server.end('SIGTERM')).toBe(0)
  })
})

test('the inbox shows no public page', async () => {
  const inbox = await started(makeSplitKeys().ofInbox)
  const home = await fetch(inbox.origin, { redirect: 'manual' })
  expect({ status: home.status, location: home.headers.get('location') }).toEqual({ status: 302, location: '/staff' })
  expect(await statusOf(inbox, '/contact')).toBe(404)
  expect(await statusOf(inbox, '/health')).toBe(200)
})
