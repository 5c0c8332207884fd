import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The length of an hour is nobody's secret. */
const everywhere = ['lib/duration.ts']

/** Each part of the code, and the other parts it may import. Anything not listed is forbidden. */
const mayImport: Record<string, string[]> = {
  app: [
    'components',
    'content',
    'lib/abuse',
    'lib/articles',
    'lib/clinic.ts',
    'lib/evidence',
    'lib/hours',
    'lib/inbox',
    'lib/inquiries',
    'lib/locale.ts',
    'lib/search',
    'lib/seo',
    'lib/server',
    'lib/staff',
  ],
  components: [
    'lib/articles',
    'lib/clinic.ts',
    'lib/evidence',
    'lib/hours',
    'lib/locale.ts',
    'lib/search',
    'lib/seo',
    'content',
    'lib/inbox',
    'lib/inquiries',
  ],
  content: ['lib/articles', 'lib/clinic.ts', 'lib/evidence'],
  'lib/abuse': ['lib/db'],
  'lib/articles': ['lib/evidence', 'lib/locale.ts'],
  'lib/audit': ['lib/db'],
  'lib/cli': [
    'lib/abuse',
    'lib/articles',
    'lib/audit',
    'lib/backup',
    'lib/clinic.ts',
    'lib/db',
    'lib/demo',
    'lib/editorial',
    'lib/email',
    'lib/env.ts',
    'lib/evidence',
    'lib/font',
    'lib/hours',
    'lib/inquiries',
    'lib/locale.ts',
    'lib/log.ts',
    'lib/outbox',
    'lib/process',
    'lib/seal',
    'lib/seo',
    'lib/server',
    'lib/staff',
  ],
  'lib/backup': ['lib/audit', 'lib/db', 'lib/env.ts', 'lib/file', 'lib/seal'],
  'lib/clinic.ts': ['lib/articles'],
  'lib/db': ['lib/env.ts', 'lib/process'],
  'lib/demo': [
    'lib/abuse',
    'lib/clinic.ts',
    'lib/db',
    'lib/email',
    'lib/env.ts',
    'lib/hours',
    'lib/inbox',
    'lib/inquiries',
    'lib/outbox',
    'lib/seal',
    'lib/staff',
  ],
  'lib/editorial': ['lib/articles', 'lib/clinic.ts', 'lib/evidence', 'lib/locale.ts', 'lib/search'],
  'lib/email': ['lib/clinic.ts', 'lib/env.ts', 'lib/file', 'lib/hours', 'lib/inquiries', 'content'],
  'lib/env.ts': ['lib/environment', 'lib/process', 'lib/seal'],
  'lib/environment': ['lib/process', 'lib/seal'],
  'lib/evidence': ['lib/articles'],
  'lib/file': [],
  'lib/font': [],
  'lib/health.ts': ['lib/backup', 'lib/db', 'lib/hours', 'lib/inquiries', 'lib/outbox', 'lib/process', 'lib/schedule'],
  'lib/hours': ['lib/clinic.ts'],
  'lib/inbox': [
    'lib/audit',
    'lib/db',
    'lib/email',
    'lib/env.ts',
    'lib/hours',
    'lib/inquiries',
    'lib/outbox',
    'lib/seal',
    'lib/server',
    'lib/staff',
  ],
  'lib/inquiries': [
    'content',
    'lib/abuse',
    'lib/audit',
    'lib/clinic.ts',
    'lib/db',
    'lib/email',
    'lib/env.ts',
    'lib/hours',
    'lib/log.ts',
    'lib/outbox',
    'lib/process',
    'lib/seal',
  ],
  'lib/log.ts': ['lib/process'],
  'lib/locale.ts': ['content'],
  'lib/outbox': ['lib/db', 'lib/process', 'lib/seal'],
  'lib/process': [],
  'lib/schedule': ['lib/db', 'lib/process'],
  'lib/seal': ['lib/file'],
  'lib/search': ['lib/articles'],
  'lib/seo': ['lib/articles', 'lib/clinic.ts', 'lib/env.ts', 'lib/evidence', 'lib/locale.ts'],
  'lib/server': [
    'lib/abuse',
    'lib/articles',
    'lib/backup',
    'lib/clinic.ts',
    'lib/db',
    'lib/demo',
    'lib/email',
    'lib/env.ts',
    'lib/health.ts',
    'lib/hours',
    'lib/inbox',
    'lib/inquiries',
    'lib/log.ts',
    'lib/outbox',
    'lib/process',
    'lib/schedule',
    'lib/seal',
    'lib/staff',
  ],
  'lib/staff': ['lib/audit', 'lib/clinic.ts', 'lib/db', 'lib/env.ts', 'lib/process'],
}

const rootEntries =
  /^(README\.md|package(-lock)?\.json|tsconfig\.json|next\.config\.ts|app|content|components|lib|public|tests|\..*)$/
const namedForNothing = /(^|\/)(index|utils?|helpers?|common|misc|types|constants)\.tsx?$/
const LINES_MAX = 200

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
const sources = tracked.filter((path) => /^(app|components|lib|content)\/.*\.tsx?$/.test(path))
const read = (path: string) => readFileSync(path, 'utf8')
const partOf = (path: string) => /^(lib\/[^/]+|[^/]+)/.exec(path)?.[0] ?? path

test.each(sources)('%s imports only what its part may import', (path) => {
  const part = partOf(path)
  const imported = [...read(path).matchAll(/(?:from|import\()\s*'#([^']+)'/g)].map(([, target]) => partOf(target ?? ''))
  const allowed = [part, ...everywhere, ...(mayImport[part] ?? [])]

  expect(imported.filter((target) => !allowed.includes(target))).toEqual([])
})

test.each(sources)('%s reaches other parts by name, never by climbing', (path) => {
  expect(read(path)).not.toMatch(/from '\.\.\//)
})

test.each(sources)('%s is server-only React without a client or server directive', (path) => {
  expect(read(path)).not.toMatch(/^['"]use (client|server|cache)/m)
})

test.each(sources)(`%s is at most ${LINES_MAX} lines`, (path) => {
  expect(read(path).split('\n').length).toBeLessThanOrEqual(LINES_MAX)
})

test('only lib/env.ts reads the environment', () => {
  const readers = sources.filter((path) => path !== 'lib/env.ts' && /process\.env/.test(read(path)))
  expect(readers).toEqual([])
})

test('only lib/email names Resend', () => {
  const importers = sources.filter((path) => !path.startsWith('lib/email/') && /from 'resend'/.test(read(path)))
  expect(importers).toEqual([])
})

test('the root holds only the entries of the layout', () => {
  expect(tracked.map((path) => path.split('/')[0] ?? '').filter((entry) => !rootEntries.test(entry))).toEqual([])
})

test('no file is named for nothing', () => {
  expect(tracked.filter((path) => namedForNothing.test(path))).toEqual([])
})
