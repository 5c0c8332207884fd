import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Signal } from '#lib/abuse/signal.ts'
import { SealError } from '#lib/seal/failure.ts'
import { openWithKey, SEAL_BYTES, sealWithKey } from '#lib/seal/with-key.ts'
import type { Answers } from './answers.ts'

export const DRAFT_LIFETIME_SECONDS = 3600
/** Browsers drop a cookie over 4,096 bytes without a word; this leaves room for its name and attributes. */
export const SEALED_LENGTH_MAX = 3800

const SEALED_BYTES_MAX = Math.floor((SEALED_LENGTH_MAX * 3) / 4)
const PURPOSE = 'draft-1'

/** Answers on their way: typed, perhaps wrong, perhaps already sent. */
export type Draft = {
  id: string
  answers: Answers
  /** How many characters of the message could be kept, when it did not fit. */
  messageKept?: number
  sent?: { reference: string; receivedAt: number }
  /** When the answers were last checked and kept. */
  keptAt?: number
  /** What was odd about the form itself. */
  traces?: Signal[]
}

/** Seals a draft for the visitor's browser to hold. Cuts the message, and says so in the draft, when it would not fit. */
export function sealDraft(draft: Draft, key: Buffer, now: number): string {
  const packed = pack(shorten(draft, now), now)
  return sealWithKey(key, packed, PURPOSE).toString('base64url')
}

/** The draft, or undefined when it is too old, was changed, or was sealed with another key. */
export function openDraft(sealed: string, key: Buffer, now: number): Draft | undefined {
  const packed = openPacked(Buffer.from(sealed, 'base64url'), key)
  if (!packed) return undefined

  const { sealedAt, ...draft } = JSON.parse(brotliDecompressSync(packed).toString()) as Draft & { sealedAt: number }
  return now - sealedAt < DRAFT_LIFETIME_SECONDS * 1000 ? draft : undefined
}

function openPacked(box: Buffer, key: Buffer): Buffer | undefined {
  try {
    return openWithKey(key, box, PURPOSE)
  } catch (error) {
    if (error instanceof SealError) return undefined
    throw error
  }
}

function pack(draft: Draft, now: number): Buffer {
  // Quality 5 packs 32 KiB in under a millisecond; 11 takes fifty times as long for a twentieth less.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
  return brotliCompressSync(JSON.stringify({ ...draft, sealedAt: now }), { params })
}

function shorten(draft: Draft, now: number): Draft {
  const fits = (candidate: Draft) => pack(candidate, now).length + SEAL_BYTES <= SEALED_BYTES_MAX
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
