import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { addEscrowKey, addPrivateKey, draftKeyIn, keyTextAt, sealKeysFrom, sealKeysIn } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { runCode } from '#tests/support/process.ts'

test('makes keys once, readable by their owner alone', () => {
  const folder = join(makeFolder(), 'keys')

  expect(sealKeysIn(folder)).toEqual(sealKeysIn(folder))
  expect(draftKeyIn(folder)).toEqual(draftKeyIn(folder))
  expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600, 0o600])
})

test('processes that start at the same moment agree on the keys', { timeout: 20_000 }, async () => {
  const folder = join(makeFolder(), 'keys')
  const code = `
    import { draftKeyIn, sealKeysIn } from '#lib/seal/keys.ts'
    const folder = ${JSON.stringify(folder)}
    process.stdout.write(sealKeysIn(folder).publicKeys[0].id + draftKeyIn(folder).toString('hex'))`

  const runs = await Promise.all(Array.from({ length: 6 }, () => runCode(code)))
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
  expect(runs[0]?.stdout).toMatch(/^[0-9a-f]{80}$/)
})

test('seals with the first key of several and opens with all', () => {
  const texts = [makePrivateKeyText(), makePrivateKeyText()]
  const keys = sealKeysFrom(texts.join(', '))

  expect(keys.privateKeys).toHaveLength(2)
  expect(keys.publicKeys).toEqual(sealKeysFrom(texts[0] ?? '').publicKeys)
})

test('takes a key as it is, or from the file it names', () => {
  const path = join(makeFolder(), 'key')
  const text = makePrivateKeyText()
  writeFileSync(path, `${text}\n`)

  expect([keyTextAt(text), keyTextAt(path)]).toEqual([text, text])
})

test('a new key seals from then on, and those before it still open', () => {
  const folder = join(makeFolder(), 'keys')
  const before = sealKeysIn(folder)
  const added = addPrivateKey(folder)
  const after = sealKeysIn(folder)

  expect(after.publicKeys.map(({ id }) => id)).toEqual([added.id])
  expect(after.privateKeys.map(({ publicKey }) => publicKey.id)).toEqual([added.id, before.publicKeys[0]?.id])
  expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600])
})

test('the private half of an escrow key is in no file of the folder', () => {
  const folder = join(makeFolder(), 'keys')
  const { publicKey, privateKeyText } = addEscrowKey(folder)

  expect(sealKeysIn(folder).publicKeys.map(({ id }) => id)[1]).toBe(publicKey.id)
  expect(sealKeysFrom(privateKeyText).publicKeys[0]?.id).toBe(publicKey.id)
  expect(sealKeysIn(folder).privateKeys).toHaveLength(1)
  const words = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  expect(words.some((text) => text.includes(privateKeyText))).toBe(false)
})

test('refuses to add a key while another command is adding one', () => {
  const folder = join(makeFolder(), 'keys')
  const before = sealKeysIn(folder)
  writeFileSync(join(folder, 'seal-private-keys.lock'), '')

  expect(() => addPrivateKey(folder)).toThrow(/^Another command is changing .*\.$/)
  expect(sealKeysIn(folder)).toEqual(before)
})
