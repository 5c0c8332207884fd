import { afterEach, expect, test, vi } from 'vitest'
import type { Mail } from '#lib/email/mailer.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { type Behaviour, behaviours, startFakeResend } from '#tests/support/fake-resend.ts'
import { timed } from '#tests/support/timed.ts'

const ATTEMPT_MS_MAX = 300
const id = '00000000-0000-4000-8000-000000000001'
const mail: Mail = {
  from: 'Clinic website <website@clinic.example>',
  to: 'inbox@clinic.example',
  subject: 'New website inquiry KW-7F3K2',
  html: '<p>Hello</p>',
  text: 'Hello',
  replyTo: 'person@example.org',
  tags: [{ name: 'delivery', value: id }],
}

let fake: Awaited<ReturnType<typeof startFakeResend>>
afterEach(() => fake.close())

async function sendAgainst(...script: Behaviour[]) {
  fake = await startFakeResend({ script })
  return resendMailer({ apiKey: 're_fake', baseUrl: fake.url, attemptMsMax: ATTEMPT_MS_MAX })
}

const retry = (failure: string) => ({ kind: 'retry', failure })
const pause = (failure: string) => ({ kind: 'pause', failure })
const attention = (failure: string) => ({ kind: 'attention', failure })

const expected = {
  ok: { kind: 'sent', providerId: 'fake-1' },
  'rate-limit': { ...retry('rate-limit-exceeded'), retryAfterMs: 3000, holdsAll: true },
  'rate-limit-bare': { ...retry('rate-limit-exceeded'), holdsAll: true },
  'daily-quota': { ...pause('daily-quota-exceeded'), untilNextDay: true },
  'monthly-quota': pause('monthly-quota-exceeded'),
  '500-json': retry('internal-server-error'),
  '503-json': retry('service-unavailable'),
  '502-html': retry('application-error'),
  '500-empty': retry('application-error'),
  '500-null': retry('unclear-answer'),
  '500-string': retry('unclear-answer'),
  '200-truncated': retry('no-answer'),
  '200-empty': retry('no-answer'),
  '200-html': retry('no-answer'),
  '200-object': retry('unclear-answer'),
  '200-null': retry('unclear-answer'),
  '200-empty-id': retry('unclear-answer'),
  '200-number-id': retry('unclear-answer'),
  '302': retry('no-answer'),
  'reset-before': retry('no-answer'),
  'reset-after': retry('no-answer'),
  'reset-mid-body': retry('no-answer'),
  hang: retry('no-answer'),
  'hang-after': retry('no-answer'),
  'slow-body': retry('no-answer'),
  'slow-headers': retry('no-answer'),
  'huge-body': retry('no-answer'),
  'invalid-key': pause('invalid-api-key'),
  'restricted-key': pause('restricted-api-key'),
  'suspended-key': pause('suspended-api-key'),
  'unverified-domain': pause('domain-not-verified'),
  'invalid-from': pause('invalid-from-address'),
  'validation-error': attention('validation-error'),
  'validation-error-400': attention('validation-error'),
  'validation-error-odd': retry('validation-error'),
  'missing-key': pause('missing-api-key'),
  'missing-field': attention('missing-required-field'),
  'invalid-attachment': attention('invalid-attachment'),
  'invalid-idempotency-key': attention('invalid-idempotency-key'),
  'other-payload-accepted': attention('invalid-idempotent-request'),
  locked: retry('resource-locked'),
  'in-flight': retry('concurrent-idempotent-requests'),
  'unknown-error': retry('something-new'),
} satisfies Record<Behaviour, object>

test.each(Object.keys(behaviours) as Behaviour[])(
  'judges %s rightly, and within the limit',
  timed,
  async (behaviour) => {
    const mailer = await sendAgainst(behaviour)

    const startedAt = performance.now()
    expect(await mailer.send(mail, id)).toEqual(expected[behaviour])
    expect(performance.now() - startedAt).toBeLessThan(ATTEMPT_MS_MAX + 500)
  },
)

const unclear = (Object.keys(expected) as Behaviour[]).filter((behaviour) => expected[behaviour].kind === 'retry')

test.each(unclear)('after %s a second attempt leaves exactly one mail', async (behaviour) => {
  const mailer = await sendAgainst(behaviour)

  await mailer.send(mail, id)
  expect(await mailer.send(mail, id)).toEqual({ kind: 'sent', providerId: 'fake-1' })
  expect(fake.mails()).toHaveLength(1)
})

test('without keys the same second attempt does send twice, so these tests can fail', async () => {
  fake = await startFakeResend({ script: ['reset-after'], forgetsKeys: true })
  const mailer = resendMailer({ apiKey: 're_fake', baseUrl: fake.url, attemptMsMax: ATTEMPT_MS_MAX })

  await mailer.send(mail, id)
  await mailer.send(mail, id)
  expect(fake.mails()).toHaveLength(2)
})

test.each([
  ['10', 10],
  ['10, 10;w=1', 10],
  ['0', undefined],
  ['many', undefined],
  ['99999', undefined],
])('takes "%s" for the rate %s', async (header, perSecondMax) => {
  const mailer = await sendAgainst()
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    Response.json({ id: 'p' }, { headers: { 'ratelimit-limit': header } }),
  )
  expect((await mailer.send(mail, id)).perSecondMax).toBe(perSecondMax)
})

test('asks for attention when the same key was used for another mail', async () => {
  const mailer = await sendAgainst()

  await mailer.send(mail, id)
  expect(await mailer.send({ ...mail, subject: 'Changed' }, id)).toEqual(attention('invalid-idempotent-request'))
})

test('pauses when the key is wrong', async () => {
  fake = await startFakeResend()
  const mailer = resendMailer({ apiKey: 're_other', baseUrl: fake.url })

  expect(await mailer.send(mail, id)).toEqual(pause('invalid-api-key'))
})

test('tries again when nobody listens, the name cannot be found, or no safe connection is made', async () => {
  fake = await startFakeResend()
  const mailers = ['http://127.0.0.1:9', 'http://nowhere.invalid', fake.url.replace('http:', 'https:')].map((baseUrl) =>
    resendMailer({ apiKey: 're_fake', baseUrl, attemptMsMax: ATTEMPT_MS_MAX }),
  )

  const results = await Promise.all(mailers.map((mailer) => mailer.send(mail, id)))
  expect(results).toEqual([retry('no-answer'), retry('no-answer'), retry('no-answer')])
})

test('hands Resend the mail as it was frozen', async () => {
  const mailer = await sendAgainst()

  await mailer.send(mail, id)
  const { replyTo, ...rest } = mail
  expect(fake.mails()[0]).toEqual({
    id: 'fake-1',
    idempotencyKey: `delivery/${id}`,
    payload: { ...rest, reply_to: replyTo },
  })
})
