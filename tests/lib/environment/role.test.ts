import { expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'

const key = 'k'.repeat(43)
const database = 'postgres://clinic:secret@db.example/clinic'
const site = { ROLE: 'site', SEAL_PUBLIC_KEY: key }
const delivery = { ROLE: 'delivery', SEAL_PRIVATE_KEYS: key }

test.each([
  ['SEAL_PRIVATE_KEYS', { ...site, SEAL_PRIVATE_KEYS: key }],
  ['INDEX_KEY', { ...site, INDEX_KEY: key }],
  ['RESEND_API_KEY', { ...site, RESEND_API_KEY: 're_secret' }],
  ['SEAL_PUBLIC_KEY', { ROLE: 'site' }],
  ['MAIL_FROM', { ...site, CLINIC_INBOX: 'inbox@clinic.example' }],
  ['SEAL_PUBLIC_KEY', { SEAL_PUBLIC_KEY: key }],
  ['INDEX_KEY', { ...delivery, DATABASE_URL: database }],
  ['INDEX_KEY', { ...delivery, ROLE: 'inbox', DATABASE_URL: database }],
  ['STAFF_ORIGIN', { ...delivery, SITE_ORIGIN: 'https://clinic.example' }],
  ['STAFF_ORIGIN', { ...delivery, ROLE: 'inbox', SITE_ORIGIN: 'https://clinic.example' }],
  ['STAFF_ORIGIN', { SITE_ORIGIN: 'https://clinic.example', STAFF_ORIGIN: 'http://inbox.clinic.example' }],
  ['STAFF_ORIGIN', { SITE_ORIGIN: 'http://clinic.example', STAFF_ORIGIN: 'https://inbox.clinic.example' }],
  ['CLINIC_INBOX_BACKUP', { CLINIC_INBOX: 'inbox@clinic.example', CLINIC_INBOX_BACKUP: 'inbox@clinic.example' }],
  ['ROLE', { ROLE: 'mailer' }],
])('%s: what contradicts the role stops the start with one sentence that names it', (name, source) => {
  expect(() => readEnv(source)).toThrow(
    expect.objectContaining({
      name: 'EnvironmentError',
      message: expect.stringMatching(new RegExp(`^${name} [^.]*\\.$`)),
    }),
  )
})

test.each([
  ['one process', {}],
  ['a site that shares DATA_DIR', site],
  [
    'a site that names its mail',
    { ...site, INQUIRY_EMAIL: 'notice', MAIL_FROM: 'a@b.example', CLINIC_INBOX: 'c@b.example' },
  ],
  ['a site on PostgreSQL', { ...site, DATABASE_URL: database, SITE_ORIGIN: 'https://clinic.example' }],
  ['a delivery that shares DATA_DIR', { ROLE: 'delivery' }],
  ['a delivery on PostgreSQL', { ...delivery, DATABASE_URL: database, INDEX_KEY: key }],
  [
    'an inbox at its own address',
    { ROLE: 'inbox', SITE_ORIGIN: 'https://clinic.example', STAFF_ORIGIN: 'https://inbox.clinic.example' },
  ],
])('%s needs nothing more', (_, source) => {
  expect(() => readEnv(source)).not.toThrow()
})
