import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Answers } from './answers.ts'

export const DRAFT_LIFETIME_SECONDS = 3600
/** Browsers drop a cookie over 4,096 bytes without a word; this leaves room for its name and attributes. */
export const SEALED_LENGTH_MAX = 3800

const IV_BYTES = 12
const TAG_BYTES = 16
const SEALED_BYTES_MAX = Math.floor((SEALED_LENGTH_MAX * 3) / 4)
const PURPOSE = Buffer.from('draft-1')

/** Answers on their way: typed, perhaps wrong, perhaps already sent. */
export type Draft = {
  id: string
  answers: Answers
  /** How many characters of the message could be kept, when it did not fit. */
  messageKept?: number
  sent?: { reference: string; receivedAt: number }
}

/** Seals a draft for the visitor's browser to hold. Cuts the message, and says so in the draft, when it would not fit. */
export function sealDraft(draft: Draft, key: Buffer, now: number): string {
  const packed = pack(shorten(draft, now), now)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(PURPOSE)
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The draft, or undefined when it is too old, was changed, or was sealed with another key. */
export function openDraft(sealed: string, key: Buffer, now: number): Draft | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined

  const packed = decrypt(bytes, key)
  if (!packed) return undefined

  const { sealedAt, ...draft } = JSON.parse(brotliDecompressSync(packed).toString()) as Draft & { sealedAt: number }
  return now - sealedAt < DRAFT_LIFETIME_SECONDS * 1000 ? draft : undefined
}

function decrypt(bytes: Buffer, key: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(PURPOSE).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

function pack(draft: Draft, now: number): Buffer {
  // Quality 5 packs 32 KiB in under a millisecond; 11 takes fifty times as long for a twentieth less.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
  return brotliCompressSync(JSON.stringify({ ...draft, sealedAt: now }), { params })
}

function shorten(draft: Draft, now: number): Draft {
  const fits = (candidate: Draft) => pack(candidate, now).length + IV_BYTES + TAG_BYTES <= SEALED_BYTES_MAX
  if (fits(draft)) return draft

  const characters = [...draft.answers.message]
  const keep = (count: number): Draft => ({
    ...draft,
    answers: { ...draft.answers, message: characters.slice(0, count).join('') },
    messageKept: count,
  })

  let kept = 0
  let tooMany = characters.length
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2)
    if (fits(keep(middle))) kept = middle
    else tooMany = middle
  }
  return keep(kept)
}
