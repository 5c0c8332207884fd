import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { measured, notMeasured } from '#tests/support/faults.ts'
import { makeLoopDisk, whyNoDisk } from '#tests/support/loop-disk.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { storedIn } from '#tests/support/stored.ts'
import { pressSend, readReference, typeAnswers, typedByPhone } from '#tests/support/visitor.ts'

const TRIES_MAX = 40

async function startOnDisk() {
  const disk = makeLoopDisk(16)
  onTestFinished(() => disk.remove())
  const dataFolder = join(disk.folder, 'data')
  const server = await startServer({}, { dataFolder })
  onTestFinished(() => server.remove())
  return { disk, dataFolder, server }
}

async function sendOne(server: RunningServer, draft?: string): Promise<string> {
  const sent = await pressSend(server.origin, draft ?? (await typeAnswers(server.origin, typedByPhone)))
  return readReference(server.origin, sent)
}

/** Sends until it is told "not sent"; what was stored before that counts, and the refused draft can be sent again. */
async function sendUntilRefused(server: RunningServer) {
  const references: string[] = []
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const draft = await typeAnswers(server.origin, typedByPhone)
    try {
      references.push(await sendOne(server, draft))
    } catch (error) {
      expect(String(error)).toContain('Not sent')
      return { references, draft }
    }
  }
  throw new Error('It took everything, although nothing could be written.')
}

function fillDisk(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  for (const bytes of [1024 * 1024, 4096, 512])
    try {
      for (;;) writeSync(file, Buffer.alloc(bytes, 1))
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  closeSync(file)
  return () => rmSync(path)
}

async function countLost(dataFolder: string, references: string[]): Promise<number> {
  const stored = await storedIn(join(dataFolder, 'clinic.db'))
  const whole = stored.filter(({ deliveries }) => Number(deliveries) === 1).map(({ reference }) => reference)
  return references.filter((reference) => !whole.includes(reference)).length + stored.length - references.length
}

test('F7: on a full disk visitors are told "not sent", and when there is room again the same draft is sent', async () => {
  const why = whyNoDisk()
  if (why) return notMeasured('F7', why)
  const { disk, dataFolder, server } = await startOnDisk()
  const before = await sendOne(server)

  const makeRoom = fillDisk(disk.folder)
  const { references, draft } = await sendUntilRefused(server)
  expect((await fetch(server.origin)).status).toBe(200)
  makeRoom()
  const after = await sendOne(server, draft)

  const lost = await countLost(dataFolder, [before, ...references, after])
  measured({
    row: 'F7',
    done: 'disk full under the running server, then room again',
    target: '503 "not sent", then accepted without a restart; 0 lost or half stored',
    measured: `503, then accepted; ${lost} lost or half stored of ${references.length + 2}`,
    isMet: lost === 0,
  })
})

test('F7: on a disk that broke and can only be read, visitors are told "not sent", and nothing stored before is lost', async () => {
  const why = whyNoDisk()
  if (why) return notMeasured('F7', why)
  const { disk, dataFolder, server } = await startOnDisk()
  const before = await sendOne(server)

  disk.breakDown()
  const { references, draft } = await sendUntilRefused(server)
  expect((await fetch(server.origin)).status).toBe(200)
  await server.end('SIGKILL')
  await disk.restart()
  await server.startAgain()
  const after = await sendOne(server, draft)

  const lost = await countLost(dataFolder, [before, ...references, after])
  measured({
    row: 'F7',
    done: 'disk turned read-only by an error under the running server, then repaired',
    target: '503 "not sent"; 0 lost or half stored',
    measured: `503; ${lost} lost or half stored of ${references.length + 2}`,
    isMet: lost === 0,
  })
})
