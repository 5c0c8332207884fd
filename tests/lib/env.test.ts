import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'

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
  ['CLINIC_INBOX_BACKUP', { CLINIC_INBOX_BACKUP: 'nobody' }],
  ['DUE_WORKING_HOURS', { DUE_WORKING_HOURS: '0' }],
  ['BACKUP_WORKING_MINUTES', { BACKUP_WORKING_MINUTES: 'soon' }],
  ['ALARM_WORKING_HOURS', { ALARM_WORKING_HOURS: '4.5' }],
  ['RESEND_DEBUG', { RESEND_DEBUG: 'true' }],
])('refuses a wrong %s in one sentence, without repeating it', (name, source) => {
  const refusal = expect.objectContaining({
    name: 'EnvironmentError',
    message: expect.stringMatching(new RegExp(`^${name} [^.]*(\\.\\w[^.]*)*\\.$`)),
  })
  expect(() => readEnv(source)).toThrow(refusal)
  expect(() => readEnv(source)).not.toThrow(/Canary/)
})

test('counts in working time: half an hour to the second address, four hours to the alarm', () => {
  expect(readEnv({})).toMatchObject({ backupWorkingMs: 30 * 60_000, alarmWorkingMs: 4 * 3_600_000 })
  expect(readEnv({}).dueWorkingMs).toBeUndefined()
  const given = { DUE_WORKING_HOURS: '12', BACKUP_WORKING_MINUTES: '45', ALARM_WORKING_HOURS: '6' }
  expect(readEnv(given)).toMatchObject({
    dueWorkingMs: 12 * 3_600_000,
    backupWorkingMs: 45 * 60_000,
    alarmWorkingMs: 6 * 3_600_000,
  })
})

test('the second address has a stand-in while the first has one, and none beside a real address', () => {
  expect(readEnv({}).clinicInboxBackup).toMatch(/\.invalid$/)
  expect(readEnv(resend).clinicInboxBackup).toBeUndefined()
  expect(readEnv({ CLINIC_INBOX: resend.CLINIC_INBOX }).clinicInboxBackup).toBeUndefined()
})

test('the inbox is as secure as its own address', () => {
  const origins = { SITE_ORIGIN: 'https://clinic.example', STAFF_ORIGIN: 'https://inbox.clinic.example' }
  expect(readEnv({ ...origins, ROLE: 'inbox' })).toMatchObject({
    isSecure: true,
    staffOrigin: 'https://inbox.clinic.example',
  })
  expect(readEnv({ ROLE: 'inbox' }).isSecure).toBe(false)
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
