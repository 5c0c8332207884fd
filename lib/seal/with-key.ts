import { randomBytes } from 'node:crypto'
import { SealError } from './failure.ts'
import { IV_BYTES, lock, TAG_BYTES, unlock } from './gcm.ts'

const VERSION = 1
/** How much longer a sealed text is than the text. */
export const SEAL_BYTES = 1 + IV_BYTES + TAG_BYTES

/** Seals for ourselves, with a key of 32 bytes. Layout: version, iv, ciphertext, tag; the context must be named again to open it. */
export function sealWithKey(key: Buffer, plaintext: string | Uint8Array, context: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  return Buffer.concat([Buffer.of(VERSION), iv, lock(key, iv, plaintext, boundTo(context))])
}

export function openWithKey(key: Buffer, box: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(box)
  if (bytes.length < SEAL_BYTES) throw new SealError('malformed-box')
  if (bytes[0] !== VERSION) throw new SealError('unknown-version')

  try {
    return unlock(key, bytes.subarray(1, 1 + IV_BYTES), bytes.subarray(1 + IV_BYTES), boundTo(context))
  } catch {
    throw new SealError('does-not-open')
  }
}

const boundTo = (context: string) => Buffer.concat([Buffer.of(VERSION), Buffer.from(context)])
