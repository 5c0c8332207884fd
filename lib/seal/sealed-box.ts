import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { SealError } from './failure.ts'
import { lock, SINGLE_USE_IV, TAG_BYTES, unlock } from './gcm.ts'
import { KEY_ID_BYTES, type PrivateKey, type PublicKey, publicKeyFrom, RAW_KEY_BYTES, rawPublic } from './key-pair.ts'
import { firstVersionKeyId, openFirstVersion } from './sealed-box-v1.ts'
import { deriveKey } from './shared-key.ts'

const VERSION = 2
const CONTENT_KEY_BYTES = 32
const ENTRIES_START = 2 + RAW_KEY_BYTES
const ENTRY_BYTES = KEY_ID_BYTES + CONTENT_KEY_BYTES + TAG_BYTES
export const RECIPIENTS_MAX = 8
const PURPOSE = 'clinic sealed box v2'
const NOTHING = Buffer.alloc(0)

/** What a box belongs to, like `inquiry/<id>/1`: table, row and version of what is inside. It opens nowhere else. */
export type SealContext = `${string}/${string}/${number}`

/**
 * Seals so that each of the recipients can open it alone.
 *
 * Layout: version, number of recipients, ephemeral public key, for each recipient its key id and the content key
 * locked for it, then the ciphertext and its tag. The tag covers everything before it and the context.
 */
export function sealFor(
  recipients: readonly PublicKey[],
  plaintext: string | Uint8Array,
  context: SealContext,
): Buffer {
  if (recipients.length === 0 || recipients.length > RECIPIENTS_MAX)
    throw new RangeError(`A box is sealed for 1 to ${RECIPIENTS_MAX} keys.`)
  const ephemeral = generateKeyPairSync('x25519')
  const ephemeralRaw = rawPublic(ephemeral.publicKey)
  const contentKey = randomBytes(CONTENT_KEY_BYTES)

  const entries = recipients.map(({ id, raw, key }) => {
    const wrappingKey = deriveKey(ephemeral.privateKey, key, { ephemeral: ephemeralRaw, recipient: raw }, PURPOSE)
    return Buffer.concat([Buffer.from(id, 'hex'), lock(wrappingKey, SINGLE_USE_IV, contentKey, NOTHING)])
  })
  const header = Buffer.concat([Buffer.of(VERSION, recipients.length), ephemeralRaw, ...entries])
  const sealed = lock(contentKey, SINGLE_USE_IV, plaintext, Buffer.concat([header, Buffer.from(context)]))
  return Buffer.concat([header, sealed])
}

/** Opens a box with whichever of the keys it was sealed for, and only under the context it was sealed with. */
export function openSealed(privateKeys: readonly PrivateKey[], box: Uint8Array, context: SealContext): Buffer {
  const bytes = Buffer.from(box)
  if (bytes[0] === 1) return openFirstVersion(privateKeys, bytes, context)
  const headerBytes = headerLengthOf(bytes)

  for (const [index, id] of idsIn(bytes).entries()) {
    const recipient = privateKeys.find(({ publicKey }) => publicKey.id === id)
    if (recipient) return openEntry(recipient, index, bytes, headerBytes, context)
  }
  throw new SealError('unknown-key')
}

/** The ids of the keys that open a box, the first of them the primary one; readable without any key. */
export function keyIdsOf(box: Uint8Array): string[] {
  const bytes = Buffer.from(box)
  if (bytes[0] === 1) return [firstVersionKeyId(bytes)]
  headerLengthOf(bytes)
  return idsIn(bytes)
}

function openEntry(recipient: PrivateKey, index: number, box: Buffer, headerBytes: number, context: string): Buffer {
  try {
    const header = box.subarray(0, headerBytes)
    const ephemeral = publicKeyFrom(header.subarray(2, ENTRIES_START))
    const publicKeys = { ephemeral: ephemeral.raw, recipient: recipient.publicKey.raw }
    const wrappingKey = deriveKey(recipient.key, ephemeral.key, publicKeys, PURPOSE)
    const wrapped = entryAt(header, index).subarray(KEY_ID_BYTES)
    const contentKey = unlock(wrappingKey, SINGLE_USE_IV, wrapped, NOTHING)
    return unlock(contentKey, SINGLE_USE_IV, box.subarray(headerBytes), Buffer.concat([header, Buffer.from(context)]))
  } catch {
    throw new SealError('does-not-open')
  }
}

function headerLengthOf(box: Buffer): number {
  if (box.length < ENTRIES_START) throw new SealError('malformed-box')
  if (box[0] !== VERSION) throw new SealError('unknown-version')
  const count = box[1] ?? 0
  const headerBytes = ENTRIES_START + count * ENTRY_BYTES
  if (count === 0 || count > RECIPIENTS_MAX || box.length < headerBytes + TAG_BYTES)
    throw new SealError('malformed-box')
  return headerBytes
}

const entryAt = (box: Buffer, index: number) =>
  box.subarray(ENTRIES_START + index * ENTRY_BYTES, ENTRIES_START + (index + 1) * ENTRY_BYTES)

const idsIn = (box: Buffer) =>
  Array.from({ length: box[1] ?? 0 }, (_, index) => entryAt(box, index).subarray(0, KEY_ID_BYTES).toString('hex'))
