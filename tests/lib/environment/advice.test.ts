import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { notConfigured } from '#lib/environment/advice.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { makeFolder } from '#tests/support/folder.ts'

const complete = {
  RESEND_API_KEY: 're_secret',
  INQUIRY_EMAIL: 'notice',
  MAIL_FROM: 'Clinic website <website@clinic.example>',
  CLINIC_INBOX: 'inbox@clinic.example',
  CLINIC_INBOX_BACKUP: 'manager@clinic.example',
  RESEND_WEBHOOK_SECRET: 'whsec_c2VjcmV0',
  SITE_ORIGIN: 'https://clinic.example',
  STAFF_ORIGIN: 'https://inbox.clinic.example',
  SEAL_PRIVATE_KEYS: makePrivateKeyText(),
}
const { RESEND_API_KEY: _apiKey, SEAL_PRIVATE_KEYS: _privateKeys, ...shared } = complete
const site = { ...shared, ROLE: 'site', SEAL_PUBLIC_KEY: 'k'.repeat(43), DATA_DIR: '/nowhere' }

const adviceFor = (source: Record<string, string | undefined>) => notConfigured(readEnv(source))

test('nothing is said once all is set, whatever the role', () => {
  expect(adviceFor(complete)).toEqual([])
  expect(adviceFor({ ...complete, ROLE: 'delivery' })).toEqual([])
  expect(adviceFor({ ...complete, ROLE: 'inbox' })).toEqual([])
  expect(adviceFor(site)).toEqual([])
})

test('a newcomer is told what still has a stand-in', () => {
  expect(adviceFor({})).toEqual([
    expect.stringMatching('SITE_ORIGIN'),
    expect.stringMatching('RESEND_API_KEY'),
    expect.stringMatching('keep a copy elsewhere'),
  ])
})

test.each([
  ['INQUIRY_EMAIL', 'notice', { ...complete, INQUIRY_EMAIL: 'full' }],
  ['CLINIC_INBOX_BACKUP', 'Nobody is told', { ...complete, CLINIC_INBOX_BACKUP: undefined }],
  ['RESEND_WEBHOOK_SECRET', 'bounces', { ...complete, RESEND_WEBHOOK_SECRET: undefined }],
  ['STAFF_ORIGIN', 'inbox', { ...site, STAFF_ORIGIN: undefined }],
  [
    'CLINIC_INBOX',
    'addressed to',
    { ...site, MAIL_FROM: undefined, CLINIC_INBOX: undefined, INQUIRY_EMAIL: undefined },
  ],
  ['DRAFT_KEY', 'another', { ...site, DATABASE_URL: 'postgres://db.example/clinic' }],
])('what is missed without %s is said in one sentence', (name, what, source) => {
  expect(adviceFor(source)).toEqual([expect.stringMatching(what)])
  expect(adviceFor(source)[0]).toMatch(name)
})

test('a site is told when private keys lie within its reach', () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'keys'))
  writeFileSync(join(folder, 'keys/seal-private-keys'), makePrivateKeyText())
  expect(adviceFor({ ...site, DATA_DIR: folder })).toEqual([expect.stringMatching('move them away')])
})
