import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readGenerated } from '#lib/articles/generated.ts'

function folderWith(name: string, value: unknown) {
  const root = mkdtempSync(join(tmpdir(), 'generated-'))
  const path = join(root, '.contentlayer', name)
  mkdirSync(join(root, '.contentlayer'))
  writeFileSync(path, JSON.stringify(value))
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  return path
}

test('an unchanged file is read once', () => {
  folderWith('list.json', ['one'])
  expect(readGenerated('list.json')).toBe(readGenerated('list.json'))
})

test('a changed file is read again', () => {
  const path = folderWith('list.json', ['one'])
  readGenerated('list.json')
  writeFileSync(path, '["two"]')
  utimesSync(path, 1, 1)

  expect(readGenerated('list.json')).toEqual(['two'])
})

test('content that was never built is named, with the command that builds it', () => {
  folderWith('list.json', [])
  expect(() => readGenerated('other.json')).toThrow('Run "npm run content" first')
})
