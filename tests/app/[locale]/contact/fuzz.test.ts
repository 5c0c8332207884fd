import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST as keep } from '#app/[locale]/contact/answers/route.ts'
import { POST as send } from '#app/[locale]/contact/send/route.ts'
import { TRAP_FIELD } from '#content/en/form.ts'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Mail } from '#lib/email/mailer.ts'
import { env } from '#lib/env.ts'
import { draftFrom } from '#lib/inquiries/draft-cookie.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { openSealed } from '#lib/seal/sealed-box.ts'
import { browserHeaders } from '#tests/support/browser-headers.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { nastyBody, nastyText, nastyWord } from '#tests/support/nasty-text.ts'
import { startRouteSite } from '#tests/support/route-site.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

vi.setConfig({ testTimeout: 120_000 })
isolateProcess({ SITE_ORIGIN: 'https://clinic.test', PROXY_HOPS: '1' })
if (process.env.SEED) fc.configureGlobal({ seed: Number(process.env.SEED) })

beforeAll(() => migrateDatabase(database()))
afterAll(() => database().destroy())

const context = { params: Promise.resolve({ locale: 'en' }) }
const answers = (body: BodyInit, headers: HeadersInit = { 'content-type': 'application/x-www-form-urlencoded' }) =>
  keep(new Request('http://next/en/contact/answers', { method: 'POST', headers, body }), context)
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const press = (cookie: string, address = '') =>
  send(
    new Request('http://next/en/contact/send', { method: 'POST', headers: { cookie, 'x-client-address': address } }),
    context,
  )

/** What a person would say two texts have in common, whatever a computer made of their spaces, marks and halves. */
const essence = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')

const header = /[\p{Cc}\u2028\u2029]/u

const form = 'application/x-www-form-urlencoded'
const contentTypes = [
  ...[form, form, form, `${form};charset=utf-16`, `${form};charset=shift_jis`, `${form}; boundary=x`],
  ...['multipart/form-data; boundary=x', 'multipart/form-data', 'application/json', 'text/plain', 'x'],
]

test('10,000 bodies of anything at all are answered with a page or a refusal, never with an error', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(nastyBody, fc.constantFrom(...contentTypes), async (body, type) => {
      const response = await answers(body.toString('latin1') as BodyInit, {
        'content-type': type,
      })
      seen.add(response.status)
      expect([303, 400]).toContain(response.status)
      expect(cookieOf(response).length).toBeLessThan(4096)
    }),
    { numRuns: 10_000 },
  )
  expect([...seen].sort()).toEqual([303, 400])
  expect(Object.hasOwn(Object.prototype, 'polluted') || ({} as { sent?: unknown }).sent).toBeFalsy()
})

test('9,400 forms of nasty text are kept word by word, or said to be wrong', async () => {
  let ready = 0
  const fields = fc.record({
    name: nastyWord,
    message: nastyText,
    otherLanguage: nastyWord,
    email: nastyWord,
    [TRAP_FIELD]: nastyText,
  })
  await fc.assert(
    fc.asyncProperty(fields, async (typed) => {
      const response = await answers(phoneForm({ language: 'other', ...typed }), {})
      const draft = draftFrom(cookieOf(response), Date.now())
      expect(response.status).toBe(303)
      if (response.headers.get('location') === '/contact/check') ready += 1
      for (const field of ['name', 'message', 'otherLanguage'] as const) {
        if (draft?.messageKept === undefined)
          expect(essence(draft?.answers[field] ?? '')).toBe(
            essence(typed[field] ?? '').slice(0, field === 'message' ? undefined : 400),
          )
      }
    }),
    { numRuns: 9_400 },
  )
  expect(ready).toBeGreaterThan(500)
})

async function storedAs(cookie: string): Promise<{ inquiry: Inquiry; mail: Mail } | undefined> {
  const id = draftFrom(cookie, Date.now())?.id ?? ''
  const row = await database().selectFrom('inquiry').selectAll().where('id', '=', id).executeTakeFirst()
  const delivery = await database().selectFrom('delivery').selectAll().where('inquiry_id', '=', id).executeTakeFirst()
  if (!row || !delivery) return undefined
  const { privateKeys } = env().sealKeys
  const mail = JSON.parse(openSealed(privateKeys, delivery.sealed_payload, `delivery/${delivery.id}/1`).toString())
  return { inquiry: openInquiry(privateKeys, row), mail }
}

test('600 nasty inquiries are stored as typed, and no mail has a broken header or live markup', async () => {
  let stored = 0
  const typed = fc.record({ name: nastyWord, message: nastyText, otherLanguage: nastyWord })
  await fc.assert(
    fc.asyncProperty(typed, async (fields) => {
      const kept = await answers(phoneForm({ language: 'other', ...fields, [TRAP_FIELD]: '' }), {})
      const response = await press(cookieOf(kept))
      expect(response.status).toBe(303)
      if (response.headers.get('location') !== '/contact/sent') return

      const { inquiry, mail } = (await storedAs(cookieOf(kept))) ?? {}
      stored += 1
      for (const [text = '', original] of [
        [inquiry?.name, fields.name],
        [inquiry?.message, fields.message],
        [inquiry?.language.other, fields.otherLanguage],
      ]) {
        expect(text).toBe(text.normalize('NFC'))
        expect(essence(text)).toBe(essence(original ?? ''))
      }
      const lines = [mail?.subject, mail?.from, mail?.to, mail?.replyTo ?? '', ...Object.values(mail?.tags?.[0] ?? {})]
      expect(lines.filter((line) => header.test(String(line)))).toEqual([])
      expect(mail?.html).not.toMatch(/<script|<img src=x|<\/textarea|<b>|<Cite/)
    }),
    { numRuns: 600 },
  )
  expect(stored).toBeGreaterThan(30)
})

test('300 nasty forms through the front server end in no error, and ten megabytes are refused', async () => {
  const site = await startRouteSite()
  const headerText = fc.string({ unit: fc.constantFrom(...'abc;=,"% <>{}[]\\é\t'), maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(nastyBody, headerText, headerText, async (body, cookie, forwarded) => {
      const headers = {
        ...browserHeaders,
        cookie: `__Host-draft=${cookie}`,
        'x-forwarded-for': forwarded,
        'user-agent': cookie,
      }
      const kept = await site.post('/contact/answers', headers, body)
      const sent = await site.post('/contact/send', headers, body)
      expect([303, 400, 413]).toContain(kept.status)
      expect([303, 413]).toContain(sent.status)
    }),
    { numRuns: 300 },
  )
  expect(
    await site
      .post('/contact/answers', browserHeaders, `message=${'a'.repeat(10_000_000)}`)
      .catch(() => ({ status: 413 })),
  ).toMatchObject({ status: 413 })
  expect(site.errors).toEqual([])
})

test('fifty presses of one button are one inquiry, one e-mail and one reference', async () => {
  const cookie = cookieOf(await answers(phoneForm({ name: 'Fifty', [TRAP_FIELD]: '' }), {}))
  const responses = await Promise.all(Array.from({ length: 50 }, () => press(cookie, '203.0.113.5')))
  const references = new Set(responses.map((response) => draftFrom(cookieOf(response), Date.now())?.sent?.reference))
  const id = draftFrom(cookie, Date.now())?.id ?? ''

  expect([...references]).toEqual([expect.stringMatching(/^KW-/)])
  expect(await database().selectFrom('inquiry').select('quarantined_at').where('id', '=', id).execute()).toEqual([
    { quarantined_at: null },
  ])
  const mails = await database().selectFrom('delivery').select('kind').where('inquiry_id', '=', id).execute()
  expect(mails).toEqual([{ kind: 'clinic' }])
})
