import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { SealError } from './failure.ts'
import { KEY_ID_BYTES, type PrivateKey, type PublicKey, publicKeyFrom, RAW_KEY_BYTES, rawPublic } from './key-pair.ts'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const IV_START = 1 + KEY_ID_BYTES + RAW_KEY_BYTES
const CIPHERTEXT_START = IV_START + IV_BYTES
const PURPOSE = 'clinic sealed box v1'

/** What a box belongs to, like `inquiry/<id>/1`: table, row and version of what is inside. It opens nowhere else. */
export type SealContext = `${string}/${string}/${number}`

/** Seals for whoever holds the private key. Layout: version, key id, ephemeral public key, iv, ciphertext, tag. */
export function sealFor(recipient: PublicKey, plaintext: string | Uint8Array, context: SealContext): Buffer {
  const ephemeral = generateKeyPairSync('x25519')
  const ephemeralRaw = rawPublic(ephemeral.publicKey)
  const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(recipient.id, 'hex'), ephemeralRaw])
  const key = deriveKey(ephemeral.privateKey, recipient.key, ephemeralRaw, recipient.raw)
  const iv = randomBytes(IV_BYTES)

  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.concat([header, Buffer.from(context)]))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([header, iv, ciphertext, cipher.getAuthTag()])
}

/** Opens a box with whichever of the keys it was sealed for, and only under the context it was sealed with. */
export function openSealed(privateKeys: readonly PrivateKey[], box: Uint8Array, context: SealContext): Buffer {
  const bytes = Buffer.from(box)
  if (bytes.length < CIPHERTEXT_START + TAG_BYTES) throw new SealError('malformed-box')
  if (bytes[0] !== VERSION) throw new SealError('unknown-version')

  const recipient = privateKeys.find(({ publicKey }) => publicKey.id === keyIdOf(bytes))
  if (!recipient) throw new SealError('unknown-key')

  try {
    const header = bytes.subarray(0, IV_START)
    const ephemeral = publicKeyFrom(header.subarray(1 + KEY_ID_BYTES))
    const key = deriveKey(recipient.key, ephemeral.key, ephemeral.raw, recipient.publicKey.raw)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(IV_START, CIPHERTEXT_START), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.concat([header, Buffer.from(context)]))
      .setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(CIPHERTEXT_START, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new SealError('does-not-open')
  }
}

/** The id of the key a box was sealed for, readable without any key. */
export function keyIdOf(box: Uint8Array): string {
  return Buffer.from(box.subarray(1, 1 + KEY_ID_BYTES)).toString('hex')
}

/** Both public keys go into the derivation, so a box cannot be replayed towards another recipient (as in RFC 9180). */
function deriveKey(own: KeyObject, other: KeyObject, ephemeralRaw: Buffer, recipientRaw: Buffer): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeralRaw, recipientRaw]), PURPOSE, 32))
}
