import { randomBytes } from 'node:crypto'
import { SealError } from './failure.ts'
import { IV_BYTES, lock, TAG_BYTES, unlock } from './gcm.ts'
import type { PrivateKey, PublicKey } from './key-pair.ts'
import { keyIdsOf, openSealed, sealFor } from './sealed-box.ts'

const MAGIC = Buffer.from('clinic sealed stream 1\n')
const CHUNK_BYTES = 64 * 1024
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
const KEY_BYTES = 32
const CONTEXT = 'stream/key/1'

type Bytes = AsyncIterable<Buffer>

/**
 * Seals what is too long to hold in memory, for each of the recipients.
 *
 * Layout: magic, length of the box in two bytes, the box with the key, then chunks of 64 KiB, each with its tag. A
 * chunk's iv is its number and whether it is the last, so none can be left out, doubled, moved or cut off.
 */
export async function* sealChunks(recipients: readonly PublicKey[], plaintext: Bytes): AsyncGenerator<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const box = sealFor(recipients, key, CONTEXT)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(box.length)
  const header = Buffer.concat([MAGIC, length, box])
  yield header

  let number = 0
  for await (const { bytes, isLast } of piecesOf(plaintext, CHUNK_BYTES)) {
    yield lock(key, ivOf(number, isLast), bytes, header)
    number += 1
  }
}

/** Gives back what was sealed, piece by piece; throws a SealError at the first byte that is not as it was. */
export async function* openChunks(privateKeys: readonly PrivateKey[], sealed: Bytes): AsyncGenerator<Buffer> {
  const reader = sealed[Symbol.asyncIterator]()
  const { header, box, rest } = await readHeader(reader)
  const key = openSealed(privateKeys, box, CONTEXT)

  let number = 0
  for await (const { bytes, isLast } of piecesOf(following(rest, reader), SEALED_CHUNK_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new SealError('malformed-box')
    yield openChunk(key, ivOf(number, isLast), bytes, header)
    number += 1
  }
}

/** The ids of the keys that open a stream, from its first bytes. */
export async function keyIdsOfStream(sealed: Bytes): Promise<string[]> {
  return keyIdsOf((await readHeader(sealed[Symbol.asyncIterator]())).box)
}

function openChunk(key: Buffer, iv: Buffer, bytes: Buffer, header: Buffer): Buffer {
  try {
    return unlock(key, iv, bytes, header)
  } catch {
    throw new SealError('does-not-open')
  }
}

async function readHeader(reader: AsyncIterator<Buffer>) {
  let read = Buffer.alloc(0)
  const until = async (length: number) => {
    while (read.length < length) {
      const next = await reader.next()
      if (next.done) throw new SealError('malformed-box')
      read = Buffer.concat([read, next.value])
    }
  }
  const boxStart = MAGIC.length + 2
  await until(boxStart)
  if (!read.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealError('malformed-box')
  const end = boxStart + read.readUInt16BE(MAGIC.length)
  await until(end)
  return { header: read.subarray(0, end), box: read.subarray(boxStart, end), rest: read.subarray(end) }
}

async function* following(first: Buffer, reader: AsyncIterator<Buffer>): Bytes {
  yield first
  for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value
}

/** Cuts into pieces of one size; the last one is shorter, or as long, or, when there is nothing at all, empty. */
async function* piecesOf(source: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const bytes of source) {
    waiting.push(bytes)
    length += bytes.length
    if (length <= size) continue
    const all = Buffer.concat(waiting)
    let start = 0
    // More than one piece, never exactly one: which piece is the last is known only at the end.
    for (; all.length - start > size; start += size) yield { bytes: all.subarray(start, start + size), isLast: false }
    waiting = [all.subarray(start)]
    length = all.length - start
  }
  yield { bytes: Buffer.concat(waiting), isLast: true }
}

function ivOf(number: number, isLast: boolean): Buffer {
  const iv = Buffer.alloc(IV_BYTES)
  iv.writeUIntBE(number, IV_BYTES - 7, 6)
  iv[IV_BYTES - 1] = isLast ? 1 : 0
  return iv
}
