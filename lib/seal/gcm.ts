import { createCipheriv, createDecipheriv } from 'node:crypto'

export const IV_BYTES = 12
export const TAG_BYTES = 16
/** For keys that seal one thing and are forgotten; any other key needs a fresh one each time. */
export const SINGLE_USE_IV = Buffer.alloc(IV_BYTES)

/** AES-256-GCM: the ciphertext with its tag behind it. `bound` is not hidden, but must be the same when it is opened. */
export function lock(key: Buffer, iv: Buffer, plaintext: string | Uint8Array, bound: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound)
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** Throws unless every byte is as it was locked. */
export function unlock(key: Buffer, iv: Buffer, locked: Buffer, bound: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(bound)
    .setAuthTag(locked.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(locked.subarray(0, -TAG_BYTES)), decipher.final()])
}
