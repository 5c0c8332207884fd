import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { matrix } from './matrix.ts'

const rows = Array.from({ length: 21 }, (_, at) => `F${at + 1}`)

/** The titles of the tests in a file, each as far as it is written out. */
function titlesIn(file: string): string[] {
  if (!existsSync(file)) return []
  const calls = /\btest(?:\.\w+)*(?:\([^\n]*\))?\(\s*(['"`])(.+?)\1/g
  return [...readFileSync(file, 'utf8').matchAll(calls)].map(([, , title = '']) => title)
}

test.each(rows)('%s has a test, and each test it names exists', (row) => {
  const { proofs } = matrix[row] ?? { proofs: [] }
  expect(proofs).not.toEqual([])
  const missing = proofs.filter(({ file, title }) => !titlesIn(file).some((found) => found.startsWith(title)))
  expect(missing).toEqual([])
})

test('the matrix holds these rows and no other', () => {
  expect(Object.keys(matrix)).toEqual(rows)
})

test('a test that is not there is missed', () => {
  expect(titlesIn('tests/faults/matrix.test.ts')).toContain('a test that is not there is missed')
  expect(titlesIn('tests/faults/matrix.test.ts')).not.toContain('F22')
  expect(titlesIn('tests/faults/no-such.test.ts')).toEqual([])
})
