import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { draftKeyIn, keyTextAt, sealKeysFrom, sealKeysIn } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { runCode } from '#tests/support/process.ts'

test('makes keys once, readable by their owner alone', () => {
  const folder = join(makeFolder(), 'keys')

  expect(sealKeysIn(folder).publicKey.id).toBe(sealKeysIn(folder).publicKey.id)
  expect(draftKeyIn(folder)).toEqual(draftKeyIn(folder))
  expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600, 0o600])
})

test('processes that start at the same moment agree on the keys', { timeout: 20_000 }, async () => {
  const folder = join(makeFolder(), 'keys')
  const code = `
    import { draftKeyIn, sealKeysIn } from '#lib/seal/keys.ts'
    const folder = ${JSON.stringify(folder)}
    process.stdout.write(sealKeysIn(folder).publicKey.id + draftKeyIn(folder).toString('hex'))`

  const runs = await Promise.all(Array.from({ length: 6 }, () => runCode(code)))
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
  expect(runs[0]?.stdout).toMatch(/^[0-9a-f]{80}$/)
})

test('seals with the first key of several and opens with all', () => {
  const texts = [makePrivateKeyText(), makePrivateKeyText()]
  const keys = sealKeysFrom(texts.join(', '))

  expect(keys.privateKeys).toHaveLength(2)
  expect(keys.publicKey.id).toBe(sealKeysFrom(texts[0] ?? '').publicKey.id)
})

test('takes a key as it is, or from the file it names', () => {
  const path = join(makeFolder(), 'key')
  const text = makePrivateKeyText()
  writeFileSync(path, `${text}\n`)

  expect([keyTextAt(text), keyTextAt(path)]).toEqual([text, text])
})
