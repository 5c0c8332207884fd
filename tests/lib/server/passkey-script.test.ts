import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { removeClientRuntime } from '#lib/server/client-runtime.ts'
import { integrityOf, passkeyScriptIn, passkeyScriptIntegrity } from '#lib/server/passkey-script.ts'

const BYTES_MAX = 2048

const script = readFileSync('public/passkey.js')
const integrity = integrityOf(script)
const element = `<script src="/passkey.js" integrity="${integrity}" defer=""></script>`

test('the hash in the page is that of the file, and changes with every byte of it', () => {
  expect(passkeyScriptIntegrity()).toBe(integrity)
  expect(integrityOf(Buffer.concat([script, Buffer.from(' ')]))).not.toBe(integrity)
})

test('the script stays small enough to read', () => {
  expect(script.length).toBeLessThanOrEqual(BYTES_MAX)
})

test('the client runtime goes and the passkey script stays', () => {
  expect(removeClientRuntime(`<script src="/_next/a.js" async=""></script>${element}`)).toBe(element)
  expect(passkeyScriptIn(`<main>${element}</main>`)).toBe(integrity)
})

test.each([
  ['another file', element.replace('/passkey.js', '/other.js')],
  ['another host', element.replace('/passkey.js', 'https://evil.example/passkey.js')],
  ['no hash', element.replace(/ integrity="[^"]*"/, '')],
  ['words inside', element.replace('></', '>alert(1)</')],
  ['one more attribute', element.replace('defer=""', 'defer="" nonce="a"')],
])('a script with %s is not it, and goes', (_what, other) => {
  expect(removeClientRuntime(other)).toBe('')
  expect(passkeyScriptIn(other)).toBeUndefined()
})
