import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { SealError } from '#lib/seal/failure.ts'
import type { PrivateKey, PublicKey } from '#lib/seal/key-pair.ts'
import { openChunks, sealChunks } from '#lib/seal/sealed-stream.ts'
import { BackupError } from './failure.ts'

/** Writes lines into a new, packed, sealed and synced file, no faster than the disk takes them. */
export async function writeSealedFile<Result>(
  path: string,
  publicKeys: readonly PublicKey[],
  writeLines: (write: (line: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  // Sealed bytes do not pack; level 1 only takes back what base64 added.
  const gzip = createGzip({ level: 1 })
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const written = pipeline(gzip, (source) => sealChunks(publicKeys, source), file)
  written.catch(() => {})
  try {
    const result = await writeLines(async (line) => {
      // On a full disk nothing drains any more.
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), written])
    })
    gzip.end()
    await written
    return result
  } catch (error) {
    gzip.destroy()
    await written.catch(() => {})
    throw error
  }
}

/** Hands on the lines of a sealed file as they are read. */
export async function readSealedFile<Result>(
  path: string,
  privateKeys: readonly PrivateKey[],
  readLines: (lines: AsyncIterable<string>) => Promise<Result>,
): Promise<Result> {
  const gunzip = createGunzip()
  const opened = pipeline(createReadStream(path), (source) => openChunks(privateKeys, source), gunzip)
  // It tells the reader too, through the stream; here it must only not end the process.
  opened.catch(() => {})
  try {
    return await readLines(linesOf(gunzip))
  } catch (error) {
    gunzip.destroy()
    throw (await causeOf(opened)) ?? error
  }
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let waiting = ''
  for await (const text of stream.setEncoding('utf8')) {
    const lines = (waiting + text).split('\n')
    waiting = lines.pop() ?? ''
    yield* lines
  }
  if (waiting !== '') throw new BackupError('not-a-backup')
}

// What went wrong with the file matters more than what followed from it further down.
async function causeOf(opened: Promise<void>): Promise<Error | undefined> {
  return opened.then(
    () => undefined,
    (error) => {
      if (error instanceof SealError) return error
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? new BackupError('not-found') : undefined
    },
  )
}
