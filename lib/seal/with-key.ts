import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { SealError } from './failure.ts'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
/** How much longer a sealed text is than the text. */
export const SEAL_BYTES = 1 + IV_BYTES + TAG_BYTES

/** Seals for ourselves, with a key of 32 bytes. Layout: version, iv, ciphertext, tag; the context must be named again to open it. */
export function sealWithKey(key: Buffer, plaintext: string | Uint8Array, context: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(context))
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

export function openWithKey(key: Buffer, box: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(box)
  if (bytes.length < SEAL_BYTES) throw new SealError('malformed-box')
  if (bytes[0] !== VERSION) throw new SealError('unknown-version')

  try {
    const iv = bytes.subarray(1, 1 + IV_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(context))
      .setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new SealError('does-not-open')
  }
}

const boundTo = (context: string) => Buffer.concat([Buffer.of(VERSION), Buffer.from(context)])
