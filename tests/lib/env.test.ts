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

test('takes keys as they are given, or from files', () => {
  const path = join(makeFolder(), 'keys')
  const text = makePrivateKeyText()
  writeFileSync(path, `${text}\n${makePrivateKeyText()}\n`)
  const { publicKeys } = sealKeysFrom(text)

  expect(sealKeysOf(readEnv({ SEAL_PRIVATE_KEYS: path })).publicKeys).toEqual(publicKeys)
  expect(sealKeysOf(readEnv({ SEAL_PRIVATE_KEYS: text })).publicKeys).toEqual(publicKeys)
  expect(draftKeyOf(readEnv({ DRAFT_KEY: text }))).toHaveLength(32)
})

const publicText = (privateText: string) => textOfKey(sealKeysFrom(privateText).publicKeys[0]?.raw ?? Buffer.alloc(0))

test('seals for every public key that was named, when one of them is ours', () => {
  const [current, older, escrow] = [makePrivateKeyText(), makePrivateKeyText(), makePrivateKeyText()]
  const named = [older, escrow].map(publicText)
  const given = { SEAL_PRIVATE_KEYS: `${current},${older}`, SEAL_PUBLIC_KEY: named.join(' ') }

  expect(sealKeysOf(readEnv(given)).publicKeys.map(({ raw }) => textOfKey(raw))).toEqual(named)
  expect(sealKeysOf(readEnv(given)).privateKeys).toHaveLength(2)
  expect(() => sealKeysOf(readEnv({ ...given, SEAL_PRIVATE_KEYS: current }))).toThrow(EnvironmentError)
})

test('the site alone needs no key that opens anything', () => {
  const given = { ROLE: 'site', SEAL_PUBLIC_KEY: publicText(makePrivateKeyText()) }
  expect(sealKeysOf(readEnv(given))).toMatchObject({ publicKeys: [expect.anything()], privateKeys: [] })
  expect(() => readEnv({ ...given, ROLE: 'all' })).toThrow(/^SEAL_PUBLIC_KEY needs SEAL_PRIVATE_KEYS/)
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
