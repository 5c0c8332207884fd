import { expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { startUpWords } from '#lib/server/start-up-words.ts'

const wordsFor = (source: Record<string, string>, notes: string[] = []) =>
  startUpWords(readEnv({ DATA_DIR: 'data', ...source }), { workingFolder: process.cwd(), missingFacts: [], notes })

test('names the file that holds the messages', () => expect(wordsFor({})).toContain('./data/clinic.db'))

test('names the PostgreSQL that holds the messages, without its user and password', () => {
  const words = wordsFor({ DATABASE_URL: 'postgres://canary-user:canary-secret@db.clinic.example:5433/clinic' })
  expect(words).toContain('PostgreSQL clinic at db.clinic.example:5433, as DATABASE_URL says')
  expect(words).not.toMatch(/canary|clinic\.db/)
})

test('passes on what is worth knowing', () => expect(wordsFor({}, ['Mind the gap.'])).toContain('· Mind the gap.'))
