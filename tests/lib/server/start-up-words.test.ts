import { expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { startUpWords } from '#lib/server/start-up-words.ts'

const key = 'k'.repeat(43)
const known = { workingFolder: process.cwd(), missingFacts: ['phone'] }
const wordsFor = (source: Record<string, string>, more = {}) => startUpWords(readEnv(source), { ...known, ...more })

test('a newcomer reads where everything is, in paths that begin here', () => {
  const words = wordsFor({})
  for (const part of ['http://localhost:3000', './data/clinic.db', './data/keys', './data/mailbox', '/health'])
    expect(words).toContain(part)
  expect(words).toContain('after 30 working minutes, second-inbox@clinic.invalid is told')
  expect(words).not.toContain(process.cwd())
})

test('says where PostgreSQL is, and never with which name and password', () => {
  const words = wordsFor({ DATABASE_URL: 'postgres://clinic:secret-word@db.example:5432/inquiries' })
  expect(words).toContain('PostgreSQL at db.example:5432/inquiries')
  expect(words).not.toMatch(/secret-word|clinic@|clinic:/)
})

test('passes on a note about the place', () => {
  expect(wordsFor({}, { note: 'Mind the gap.' })).toContain('· Mind the gap.')
})

test.each([
  ['site', { SEAL_PUBLIC_KEY: key }, ['cannot open what it stores', 'the public key alone'], ['mailbox', '/staff']],
  ['inbox', {}, ['/staff'], ['E-mail']],
  ['delivery', {}, ['no pages', 'mailbox'], ['Fill in content/clinic.yaml', '/staff']],
])('ROLE=%s says what it is, and nothing about what others do', (role, settings, said, unsaid) => {
  const words = wordsFor({ ROLE: role, ...settings })
  for (const part of [`Role      ${role} (`, ...said]) expect(words).toContain(part)
  for (const part of unsaid) expect(words).not.toContain(part)
})

test('a queue that is paused is said so, with the reason, what to do and that nothing is lost', () => {
  const since = Date.parse('2026-11-22T08:15:30Z')
  const words = wordsFor({}, { pause: { reason: 'invalid-api-key', since, until: since + 900_000 } })
  expect(words).toContain('E-mail is paused since 2026-11-22 08:15 UTC: invalid-api-key.')
  expect(words).toContain('set RESEND_API_KEY and start again')
  expect(words).toContain('Nothing is lost: it is tried again at 2026-11-22 08:30 UTC')
  expect(wordsFor({})).not.toContain('paused')
})

test('as long as nobody can open the inbox, the first manager gets a link, its end and the way to another', () => {
  const firstLink = { url: 'http://localhost:3000/staff/enrol/secret', name: 'Dr. Example', lifetimeMs: 900_000 }
  const words = wordsFor({}, { firstLink })
  expect(words).toMatch(/within 15 minutes.*:\n {2}http:\/\/localhost:3000\/staff\/enrol\/secret\n/)
  expect(words).toContain('npm run staff -- link "Dr. Example"')
  for (const word of ['/staff/enrol/', 'Nobody can open the inbox']) expect(wordsFor({})).not.toContain(word)
})

test('the demo says that it is one, and asks nobody to configure anything', () => {
  const firstLink = { url: 'http://localhost:3000/staff/enrol/secret', name: 'Manager', lifetimeMs: 900_000 }
  const words = wordsFor({}, { firstLink, isDemo: true })
  expect(words).toContain('This is the demo: everybody in it is invented')
  expect(words).toContain(firstLink.url)
  for (const word of ['Not configured yet', 'RESEND_API_KEY', 'npm run demo']) expect(words).not.toContain(word)
  expect(wordsFor({})).not.toContain('demo')
})

test('what waits for somebody is said in a sentence, and nothing when all is well', () => {
  const words = wordsFor({}, { reasons: ['unopened', 'delivery-paused'] })
  expect(words).toContain('Needs somebody\n  · An inquiry has waited for hours, and nobody has opened it.')
  expect(words).not.toContain('until the mail service accepts us')
  expect(wordsFor({})).not.toContain('Needs somebody')
})

test('whoever holds the private keys is told what the site has to seal with', () => {
  const publicKeys = 'one,two'
  expect(wordsFor({ ROLE: 'delivery' }, { publicKeys })).toContain('for ROLE=site: SEAL_PUBLIC_KEY=one,two')
  for (const settings of [{}, { ROLE: 'site', SEAL_PUBLIC_KEY: key }])
    expect(wordsFor(settings, { publicKeys })).not.toContain('one,two')
})
