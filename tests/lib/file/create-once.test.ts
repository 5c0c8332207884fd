import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileOnce } from '#lib/file/create-once.ts'
import { makeFolder } from '#tests/support/folder.ts'

test('writes a file only its owner can read, in a folder only its owner can enter', () => {
  const path = join(makeFolder(), 'keys', 'one')

  expect(createFileOnce(path, 'first')).toBe('created')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
})

test('never replaces what is there, and leaves nothing unfinished behind', () => {
  const folder = makeFolder()
  createFileOnce(join(folder, 'one'), 'first')

  expect(createFileOnce(join(folder, 'one'), 'second')).toBe('exists')
  expect(readFileSync(join(folder, 'one'), 'utf8')).toBe('first')
  expect(readdirSync(folder)).toEqual(['one'])
})
