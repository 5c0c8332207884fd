import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentError, readEnv } from '#lib/env.ts'
import { draftKeyOf, indexKeyOf, sealKeysOf } from '#lib/environment/key.ts'
import { makePrivateKeyText, textOfKey } from '#lib/seal/key-pair.ts'
import { sealKeysFrom, sealKeysIn } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'

const publicTextOf = (privateText: string) => textOfKey(sealKeysFrom(privateText).publicKeys[0]?.raw ?? Buffer.alloc(0))
const sealedFor = (...given: Parameters<typeof sealKeysOf>) => sealKeysOf(...given).publicKeys.map(({ id }) => id)
const idsOf = (...texts: string[]) => texts.flatMap((text) => sealKeysFrom(text).publicKeys.map(({ id }) => id))

test('takes keys as they are given, or from files', () => {
  const path = join(makeFolder(), 'keys')
  const text = makePrivateKeyText()
  writeFileSync(path, `${text}\n${makePrivateKeyText()}\n`)

  expect(sealedFor(readEnv({ SEAL_PRIVATE_KEYS: path }))).toEqual(idsOf(text))
  expect(sealedFor(readEnv({ SEAL_PRIVATE_KEYS: text }))).toEqual(idsOf(text))
  expect(draftKeyOf(readEnv({ DRAFT_KEY: text }))).toHaveLength(32)
})

test('seals for every public key that was named, when one of them is ours', () => {
  const [current, older, escrow] = [makePrivateKeyText(), makePrivateKeyText(), makePrivateKeyText()]
  const named = `${publicTextOf(older)} ${publicTextOf(escrow)}`
  const given = { SEAL_PRIVATE_KEYS: `${current},${older}`, SEAL_PUBLIC_KEY: named }

  expect(sealedFor(readEnv(given))).toEqual(idsOf(older, escrow))
  expect(sealKeysOf(readEnv(given)).privateKeys).toHaveLength(2)
  expect(() => sealKeysOf(readEnv({ ...given, SEAL_PRIVATE_KEYS: current }))).toThrow(EnvironmentError)
})

test('the site seals with a public key alone, and does not read private ones that lie in its folder', () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'keys'))
  writeFileSync(join(folder, 'keys/seal-private-keys'), 'reading this would fail')
  const text = makePrivateKeyText()

  const keys = sealKeysOf(readEnv({ ROLE: 'site', DATA_DIR: folder, SEAL_PUBLIC_KEY: publicTextOf(text) }))
  expect(keys.publicKeys.map(({ id }) => id)).toEqual(idsOf(text))
  expect(keys.privateKeys).toEqual([])
})

test('the site never gets the key by which people are looked up', () => {
  const settings = readEnv({ ROLE: 'site', SEAL_PUBLIC_KEY: publicTextOf(makePrivateKeyText()) })
  expect(() => indexKeyOf(settings)).toThrow(/^INDEX_KEY .*\.$/)
})

test.each(['delivery', 'inbox'])('ROLE=%s makes no keys of its own: they would open nothing', (role) => {
  const folder = makeFolder()
  expect(() => sealKeysOf(readEnv({ ROLE: role, DATA_DIR: folder }))).toThrow(/^SEAL_PRIVATE_KEYS must .*\.$/)

  const made = sealKeysIn(join(folder, 'keys'))
  expect(sealKeysOf(readEnv({ ROLE: role, DATA_DIR: folder })).publicKeys).toEqual(made.publicKeys)
})

test.each([
  ['SEAL_PRIVATE_KEYS', {}, sealKeysOf],
  ['SEAL_PUBLIC_KEY', { ROLE: 'site' }, sealKeysOf],
  ['DRAFT_KEY', {}, draftKeyOf],
  ['INDEX_KEY', {}, indexKeyOf],
])('refuses a wrong %s without repeating it', (name, others, keyOf) => {
  const read = () => keyOf(readEnv({ ...others, [name]: './Canary' }))
  expect(read).toThrow(new RegExp(`^${name} must .*\\.$`))
  expect(read).not.toThrow(/Canary/)
})
