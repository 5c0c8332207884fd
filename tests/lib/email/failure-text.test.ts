import { expect, test } from 'vitest'
import { explainedFailures, failureText } from '#lib/email/failure-text.ts'
import { resendMailer } from '#lib/email/resend.ts'
import { type Behaviour, behaviours, startFakeResend } from '#tests/support/fake-resend.ts'

const foreseen = (Object.keys(behaviours) as Behaviour[]).filter(
  (behaviour) => !['ok', 'unknown-error'].includes(behaviour),
)

test('whatever Resend answers, there is a sentence for a person', { timeout: 30_000 }, async () => {
  const fake = await startFakeResend({ script: foreseen })
  const mailer = resendMailer({ apiKey: 're_fake', baseUrl: fake.url, attemptMsMax: 200 })
  const unexplained: string[] = []
  for (const [number, behaviour] of foreseen.entries()) {
    const mail = { from: 'a@b.cc', to: 'd@e.ff', subject: 's', text: 't', tags: [] }
    const result = await mailer.send(mail, `delivery-${number}`)
    if (!('failure' in result)) throw new Error(`${behaviour} was taken for success.`)
    if (!explainedFailures.includes(result.failure)) unexplained.push(result.failure)
  }
  await fake.close()
  expect(unexplained).toEqual([])
})

test.each([
  'deadline-passed',
  'domain-not-verified',
  'seal-unknown-key',
  'seal-does-not-open',
  'seal-malformed-box',
  'seal-unknown-version',
  'mailbox-unwritable',
  'bounced',
  'complained',
  'suppressed',
  'failed',
  'delayed',
])('%s has a sentence too', (name) => expect(explainedFailures).toContain(name))

test.each(explainedFailures)('%s is explained in at most three short sentences', (name) => {
  const sentences = failureText(name).split(/(?<=\.)\s/)
  expect(sentences.length).toBeLessThanOrEqual(3)
  for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(20)
})

test('a mail that Resend took in another form is not called lost', () => {
  expect(failureText('invalid-idempotent-request')).toMatch(/took this e-mail earlier/)
})

test('what nobody foresaw is named and never silent', () => {
  expect(failureText('constructor')).toContain('(constructor)')
})
