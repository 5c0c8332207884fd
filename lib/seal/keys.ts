import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFileOnce } from '#lib/file/create-once.ts'
import {
  isKeyText,
  makePrivateKeyText,
  type PrivateKey,
  type PublicKey,
  privateKeyFrom,
  RAW_KEY_BYTES,
  rawKeyFrom,
  textOfKey,
} from './key-pair.ts'

export type SealKeys = { publicKey: PublicKey; privateKeys: PrivateKey[] }

const PRIVATE_KEYS_FILE = 'seal-private-keys'

/** The sealing keys kept in a folder, made on first use; processes that start together agree on one set. */
export function sealKeysIn(folder: string): SealKeys {
  return sealKeysFrom(keptText(join(folder, PRIVATE_KEYS_FILE), makePrivateKeyText))
}

export function areSealKeysIn(folder: string): boolean {
  return existsSync(join(folder, PRIVATE_KEYS_FILE))
}

/** The sealing keys written in a setting: the first seals, all of them open. */
export function sealKeysFrom(text: string): SealKeys {
  const [first, ...older] = textsIn(text).map((key) => privateKeyFrom(rawKeyFrom(key)))
  if (!first) throw new Error('Name at least one private key.')
  return { publicKey: first.publicKey, privateKeys: [first, ...older] }
}

/** The key of the form in progress, kept in the same folder as the sealing keys. */
export function draftKeyIn(folder: string): Buffer {
  return rawKeyFrom(keptText(join(folder, 'draft-key'), () => textOfKey(randomBytes(RAW_KEY_BYTES))))
}

/** The key of the blind index, by which a phone number or address is found without being stored. */
export function indexKeyIn(folder: string): Buffer {
  return rawKeyFrom(keptText(join(folder, 'index-key'), () => textOfKey(randomBytes(RAW_KEY_BYTES))))
}

/** A setting holds a key itself or the path of a file that does. */
export function keyTextAt(keyOrPath: string): string {
  return textsIn(keyOrPath).every(isKeyText) ? keyOrPath : readFileSync(keyOrPath, 'utf8').trim()
}

function keptText(path: string, make: () => string): string {
  if (!existsSync(path)) createFileOnce(path, `${make()}\n`)
  return readFileSync(path, 'utf8').trim()
}

const textsIn = (text: string) => text.split(/[\s,]+/).filter(Boolean)
