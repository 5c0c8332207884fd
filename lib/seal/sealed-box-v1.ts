import { SealError } from './failure.ts'
import { IV_BYTES, TAG_BYTES, unlock } from './gcm.ts'
import { KEY_ID_BYTES, type PrivateKey, publicKeyFrom, RAW_KEY_BYTES } from './key-pair.ts'
import { deriveKey } from './shared-key.ts'

const IV_START = 1 + KEY_ID_BYTES + RAW_KEY_BYTES
const CIPHERTEXT_START = IV_START + IV_BYTES
const PURPOSE = 'clinic sealed box v1'

/** Opens what was sealed before there could be several recipients. Layout: version, key id, ephemeral public key, iv, ciphertext, tag. */
export function openFirstVersion(privateKeys: readonly PrivateKey[], box: Buffer, context: string): Buffer {
  if (box.length < CIPHERTEXT_START + TAG_BYTES) throw new SealError('malformed-box')
  const recipient = privateKeys.find(({ publicKey }) => publicKey.id === firstVersionKeyId(box))
  if (!recipient) throw new SealError('unknown-key')

  try {
    const header = box.subarray(0, IV_START)
    const ephemeral = publicKeyFrom(header.subarray(1 + KEY_ID_BYTES))
    const publicKeys = { ephemeral: ephemeral.raw, recipient: recipient.publicKey.raw }
    const key = deriveKey(recipient.key, ephemeral.key, publicKeys, PURPOSE)
    const bound = Buffer.concat([header, Buffer.from(context)])
    return unlock(key, box.subarray(IV_START, CIPHERTEXT_START), box.subarray(CIPHERTEXT_START), bound)
  } catch {
    throw new SealError('does-not-open')
  }
}

export function firstVersionKeyId(box: Buffer): string {
  return box.subarray(1, 1 + KEY_ID_BYTES).toString('hex')
}
