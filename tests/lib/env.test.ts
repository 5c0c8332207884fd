import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { draftKeyOf, EnvironmentError, notConfigured, readEnv, sealKeysOf } from '#lib/env.ts'
import { makePrivateKeyText, textOfKey } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'

const resend = {
  RESEND_API_KEY: 're_secret',
  INQUIRY_EMAIL: 'notice',
  MAIL_FROM: 'Clinic website <website@clinic.example>',
  CLINIC_INBOX: 'inbox@clinic.example',
}

test('needs nothing to be set', () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    siteOrigin: 'http://localhost:3000',
    isSecure: false,
    dataDir: resolve('data'),
    email: { kind: 'local-mailbox', mailbox: resolve('data/mailbox') },
    inquiryEmail: 'full',
  })
})

test('takes an empty value for none', () => {
  expect(readEnv({ PORT: '', RESEND_API_KEY: '' })).toEqual(readEnv({}))
})

test('reads every setting', () => {
  const given = { ...resend, PORT: '8080', HOST: '::', SITE_ORIGIN: 'https://clinic.example/', DATA_DIR: '/srv/clinic' }
  expect(readEnv({ ...given, RESEND_BASE_URL: 'http://127.0.0.1:3111/' })).toMatchObject({
    port: 8080,
    host: '::',
    siteOrigin: 'https://clinic.example',
    isSecure: true,
    databasePath: '/srv/clinic/clinic.db',
    email: { kind: 'resend', apiKey: 're_secret', baseUrl: 'http://127.0.0.1:3111' },
    inquiryEmail: 'notice',
    mailFrom: resend.MAIL_FROM,
    clinicInbox: resend.CLINIC_INBOX,
  })
})

const secret = 'Canary secret'

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '80.5' }],
  ['HOST', { HOST: 'http://clinic.example' }],
  ['SITE_ORIGIN', { SITE_ORIGIN: 'clinic.example' }],
  ['SITE_ORIGIN', { SITE_ORIGIN: 'https://clinic.example/en' }],
  ['SITE_ORIGIN', { SITE_ORIGIN: `https://user:${secret}@clinic.example` }],
  ['RESEND_API_KEY', { ...resend, RESEND_API_KEY: secret }],
  ['RESEND_BASE_URL', { ...resend, RESEND_BASE_URL: 'http://elsewhere.example' }],
  ['RESEND_BASE_URL', { RESEND_BASE_URL: 'https://elsewhere.example' }],
  ['INQUIRY_EMAIL', { INQUIRY_EMAIL: 'everything' }],
  ['INQUIRY_EMAIL', { ...resend, INQUIRY_EMAIL: undefined }],
  ['MAIL_FROM', { ...resend, MAIL_FROM: undefined }],
  ['MAIL_FROM', { MAIL_FROM: 'Clinic\r\nBcc: evil@clinic.example' }],
  ['CLINIC_INBOX', { ...resend, CLINIC_INBOX: undefined }],
  ['CLINIC_INBOX', { CLINIC_INBOX: 'one@clinic.example, two@clinic.example' }],
  ['SEAL_PUBLIC_KEY', { SEAL_PUBLIC_KEY: secret }],
  ['RESEND_DEBUG', { RESEND_DEBUG: 'true' }],
])('refuses a wrong %s in one sentence, without repeating it', (name, source) => {
  const refusal = expect.objectContaining({
    name: 'EnvironmentError',
    message: expect.stringMatching(new RegExp(`^${name} [^.]*(\\.\\w[^.]*)*\\.$`)),
  })
  expect(() => readEnv(source)).toThrow(refusal)
  expect(() => readEnv(source)).not.toThrow(/Canary/)
})

const crash = { CRASH_POINT: 'accept.before-commit', CRASH_POINT_ALLOWED: 'this-server-is-a-test' }

test('lets a test name a crash point, beside mail and a database that only it can reach', () => {
  const near = { ...resend, RESEND_BASE_URL: 'http://127.0.0.1:3111', DATABASE_URL: 'postgres://localhost:5432/test' }
  expect(readEnv(crash).crashPoint).toBe('accept.before-commit')
  expect(readEnv({ ...crash, ...near }).crashPoint).toBe('accept.before-commit')
  expect(readEnv({ CRASH_POINT_ALLOWED: crash.CRASH_POINT_ALLOWED }).crashPoint).toBeUndefined()
})

test.each([
  ['nobody said twice that this is a test', { CRASH_POINT_ALLOWED: '' }],
  ['it has a public address', { SITE_ORIGIN: 'https://clinic.example' }],
  ['it listens beyond this machine', { HOST: '0.0.0.0' }],
  ['it could send a real mail', resend],
  ['its database is elsewhere', { DATABASE_URL: 'postgres://db.clinic.example:5432/clinic' }],
  ['there is no such point', { CRASH_POINT: 'anywhere' }],
])('refuses a crash point when %s', (_, changes) => {
  expect(() => readEnv({ ...crash, ...changes })).toThrow(/^CRASH_POINT must be unset/)
})

test('takes keys as they are given, or from files', () => {
  const path = join(makeFolder(), 'keys')
  const text = makePrivateKeyText()
  writeFileSync(path, `${text}\n${makePrivateKeyText()}\n`)
  const { publicKey } = sealKeysFrom(text)

  expect(sealKeysOf(readEnv({ SEAL_PRIVATE_KEYS: path })).publicKey.id).toBe(publicKey.id)
  expect(sealKeysOf(readEnv({ SEAL_PRIVATE_KEYS: text })).publicKey.id).toBe(publicKey.id)
  expect(draftKeyOf(readEnv({ DRAFT_KEY: text }))).toHaveLength(32)
})

test('seals for the public key that was named, when it is ours', () => {
  const [current, older] = [makePrivateKeyText(), makePrivateKeyText()]
  const named = sealKeysFrom(older).publicKey
  const given = { SEAL_PRIVATE_KEYS: `${current},${older}`, SEAL_PUBLIC_KEY: textOfKey(named.raw) }

  expect(sealKeysOf(readEnv(given)).publicKey.id).toBe(named.id)
  expect(() => sealKeysOf(readEnv({ ...given, SEAL_PRIVATE_KEYS: current }))).toThrow(EnvironmentError)
})

test.each(['SEAL_PRIVATE_KEYS', 'DRAFT_KEY'])('refuses a wrong %s without repeating it', (name) => {
  const settings = readEnv({ [name]: './Canary' })
  const read = () => (name === 'DRAFT_KEY' ? draftKeyOf(settings) : sealKeysOf(settings))
  expect(read).toThrow(new RegExp(`^${name} must .*\\.$`))
  expect(read).not.toThrow(/Canary/)
})

test('says what is still a stand-in, and nothing once all is set', () => {
  expect(notConfigured(readEnv({}))).toHaveLength(3)
  const given = { ...resend, SITE_ORIGIN: 'https://clinic.example', SEAL_PRIVATE_KEYS: makePrivateKeyText() }
  expect(notConfigured(readEnv(given))).toEqual([])
  expect(notConfigured(readEnv({ ...given, INQUIRY_EMAIL: 'full' }))).toEqual([expect.stringMatching('notice')])
})
