import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFileOnce } from '#lib/file/create-once.ts'
import { replaceFile, whileAlone } from '#lib/file/replace-file.ts'
import {
  isKeyText,
  makePrivateKeyText,
  type PrivateKey,
  type PublicKey,
  privateKeyFrom,
  publicKeyFrom,
  RAW_KEY_BYTES,
  rawKeyFrom,
  textOfKey,
} from './key-pair.ts'

/** Everything is sealed for all of the public keys, the first of them the primary one; each private key opens alone. */
export type SealKeys = { publicKeys: readonly PublicKey[]; privateKeys: readonly PrivateKey[] }

const PRIVATE_KEYS_FILE = 'seal-private-keys'
const ESCROW_KEYS_FILE = 'seal-escrow-public-keys'

/** The sealing keys kept in a folder, made on first use; processes that start together agree on one set. */
export function sealKeysIn(folder: string): SealKeys {
  const { publicKeys, privateKeys } = sealKeysFrom(keptText(join(folder, PRIVATE_KEYS_FILE), makePrivateKeyText))
  return { publicKeys: [...publicKeys, ...escrowKeysIn(folder)], privateKeys }
}

export function areSealKeysIn(folder: string): boolean {
  return existsSync(join(folder, PRIVATE_KEYS_FILE))
}

/** The sealing keys written in a setting: the first seals, all of them open. */
export function sealKeysFrom(text: string): SealKeys {
  const [first, ...older] = textsIn(text).map((key) => privateKeyFrom(rawKeyFrom(key)))
  if (!first) throw new Error('Name at least one private key.')
  return { publicKeys: [first.publicKey], privateKeys: [first, ...older] }
}

/** The public keys written in a setting, each once. */
export function publicKeysFrom(text: string): PublicKey[] {
  const keys = [...new Set(textsIn(text))].map((key) => publicKeyFrom(rawKeyFrom(key)))
  if (keys.length === 0) throw new Error('Name at least one public key.')
  return keys
}

/** Puts a fresh key in front of those in the folder: from the next start on it seals, and the older ones still open. */
export function addPrivateKey(folder: string): PublicKey {
  const path = join(folder, PRIVATE_KEYS_FILE)
  sealKeysIn(folder)
  return whileAlone(path, () => {
    const text = makePrivateKeyText()
    replaceFile(path, `${text}\n${readFileSync(path, 'utf8').trim()}\n`)
    return privateKeyFrom(rawKeyFrom(text)).publicKey
  })
}

/** Makes a key whose public half stays in the folder and whose private half is only returned, to be kept elsewhere. */
export function addEscrowKey(folder: string): { publicKey: PublicKey; privateKeyText: string } {
  const path = join(folder, ESCROW_KEYS_FILE)
  sealKeysIn(folder)
  return whileAlone(path, () => {
    const privateKeyText = makePrivateKeyText()
    const { publicKey } = privateKeyFrom(rawKeyFrom(privateKeyText))
    replaceFile(path, [...escrowKeysIn(folder), publicKey].map(({ raw }) => `${textOfKey(raw)}\n`).join(''))
    return { publicKey, privateKeyText }
  })
}

function escrowKeysIn(folder: string): PublicKey[] {
  const path = join(folder, ESCROW_KEYS_FILE)
  return existsSync(path) ? publicKeysFrom(readFileSync(path, 'utf8')) : []
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
