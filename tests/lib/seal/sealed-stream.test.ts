import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'
import { keyIdsOfStream, openChunks, sealChunks } from '#lib/seal/sealed-stream.ts'

const clinic = sealKeysFrom(makePrivateKeyText())
const escrow = sealKeysFrom(makePrivateKeyText())
const other = sealKeysFrom(makePrivateKeyText())
const both = [...clinic.publicKeys, ...escrow.publicKeys]
const CHUNK = 64 * 1024
const SEALED_CHUNK = CHUNK + 16

async function* inPieces(bytes: Buffer, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

const whole = (pieces: AsyncIterable<Buffer>) => buffer(pieces)
const seal = (bytes: Buffer, size = 10_000) => whole(sealChunks(both, inPieces(bytes, size)))
const open = (sealed: Buffer, keys = clinic, size = 10_000) =>
  whole(openChunks(keys.privateKeys, inPieces(sealed, size)))

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 7])(
  'gives %i bytes back to each key',
  async (length) => {
    const bytes = randomBytes(length)
    const sealed = await seal(bytes)
    expect((await open(sealed)).equals(bytes)).toBe(true)
    expect((await open(sealed, escrow)).equals(bytes)).toBe(true)
    await expect(open(sealed, other)).rejects.toMatchObject({ reason: 'unknown-key' })
    expect(await keyIdsOfStream(inPieces(sealed, 100))).toEqual(both.map(({ id }) => id))
  },
)

test('does not matter in which pieces it comes', async () => {
  const bytes = randomBytes(3 * CHUNK + 5)
  const sealed = await seal(bytes, 77_777)
  for (const size of [1000, SEALED_CHUNK, 1_000_000])
    expect((await open(sealed, clinic, size)).equals(bytes)).toBe(true)
})

const headerBytes = (sealed: Buffer, plain: number) =>
  sealed.length - plain - 16 * Math.max(1, Math.ceil(plain / CHUNK))

test('notices that it ends too early, anywhere', async () => {
  const plain = 2 * CHUNK + 100
  const sealed = await seal(randomBytes(plain))
  const header = headerBytes(sealed, plain)
  const lengths = [
    0,
    10,
    header - 1,
    header,
    header + 16,
    header + SEALED_CHUNK,
    header + 2 * SEALED_CHUNK,
    sealed.length - 1,
  ]
  for (const length of lengths)
    await expect(open(sealed.subarray(0, length)), String(length)).rejects.toMatchObject({ name: 'SealError' })
})

test('notices chunks that changed places, were doubled, left out or added', async () => {
  const plain = 3 * CHUNK
  const sealed = await seal(randomBytes(plain))
  const start = headerBytes(sealed, plain)
  const header = sealed.subarray(0, start)
  const [one, two, three] = [0, 1, 2].map((n) =>
    sealed.subarray(start + n * SEALED_CHUNK, start + (n + 1) * SEALED_CHUNK),
  )
  if (!one || !two || !three) throw new Error('There are three.')
  expect((await open(Buffer.concat([header, one, two, three]))).length).toBe(plain)
  for (const order of [[two, one, three], [one, one, two, three], [one, three], [one, two, three, three], [three]])
    await expect(open(Buffer.concat([header, ...order]))).rejects.toMatchObject({ name: 'SealError' })
})

test('notices any changed byte', async () => {
  const sealed = await seal(randomBytes(CHUNK + 50))
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
      const changed = Buffer.from(sealed)
      changed[position] = (changed[position] ?? 0) ^ change
      await expect(open(changed)).rejects.toMatchObject({ name: 'SealError' })
    }),
    { numRuns: 150 },
  )
})
