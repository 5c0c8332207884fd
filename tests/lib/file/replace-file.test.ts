import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile, whileAlone } from '#lib/file/replace-file.ts'
import { makeFolder } from '#tests/support/folder.ts'

test('puts a whole file in the place of another, for its owner alone, and leaves nothing else behind', () => {
  const folder = makeFolder()
  const path = join(folder, 'keys')
  writeFileSync(path, 'old', { mode: 0o644 })
  replaceFile(path, 'new')

  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['keys'])
})

test('of two that change a file at once, the second is refused, and may once the first is done', () => {
  const path = join(makeFolder(), 'keys')
  whileAlone(path, () => {
    expect(() => whileAlone(path, () => {})).toThrow(/^Another command is changing/)
  })
  expect(whileAlone(path, () => 'mine')).toBe('mine')
})
