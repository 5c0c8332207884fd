import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { SealError } from './failure.ts'

export type PublicKey = { id: string; raw: Buffer; key: KeyObject }
export type PrivateKey = { publicKey: PublicKey; key: KeyObject }

export const KEY_ID_BYTES = 8
export const RAW_KEY_BYTES = 32
const KEY_TEXT = /^[\w-]{43}$/
// RFC 8410: what stands before the 32 raw bytes of an X25519 key in DER.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

export function publicKeyFrom(raw: Buffer): PublicKey {
  if (raw.length !== RAW_KEY_BYTES) throw new SealError('unusable-key')
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, raw]), format: 'der', type: 'spki' })
  return {
    id: createHash('sha256')
      .update(raw)
      .digest('hex')
      .slice(0, KEY_ID_BYTES * 2),
    raw,
    key,
  }
}

export function privateKeyFrom(raw: Buffer): PrivateKey {
  if (raw.length !== RAW_KEY_BYTES) throw new SealError('unusable-key')
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_KEY_PREFIX, raw]), format: 'der', type: 'pkcs8' })
  return { publicKey: publicKeyFrom(rawPublic(createPublicKey(key))), key }
}

export function makePrivateKeyText(): string {
  const { privateKey } = generateKeyPairSync('x25519')
  return textOfKey(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_KEY_PREFIX.length))
}

export function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_KEY_PREFIX.length)
}

export function isKeyText(text: string): boolean {
  return KEY_TEXT.test(text)
}

export function rawKeyFrom(text: string): Buffer {
  if (!isKeyText(text)) throw new SealError('unusable-key')
  return Buffer.from(text, 'base64url')
}

export function textOfKey(raw: Buffer): string {
  return raw.toString('base64url')
}
