import { closeSync, copyFileSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { probeDatabase } from '#lib/db/probe.ts'
import { openInquiry } from '#lib/inquiries/store.ts'
import { openForTest } from '#tests/support/database.ts'
import { measured, seed, sized } from '#tests/support/faults.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { inquiry, keys } from '#tests/support/inquiry.ts'
import { runProcess } from '#tests/support/process.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { storeOne } from '#tests/support/store-one.ts'
import { makeTables } from '#tests/support/writer.ts'

const PAGE_BYTES = 4096
const FLIPS = sized({ quick: 60, full: 1_000 })
const INQUIRIES = 20

/** A data folder whose whole database is in its one file. */
async function makeData(): Promise<string> {
  const folder = makeFolder()
  const place = join(folder, 'clinic.db')
  await makeTables(place)
  const db = openForTest(place)
  for (let number = 0; number < INQUIRIES; number += 1) await storeOne(db, `inquiry-${number}`)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()
  return folder
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

const start = (dataFolder: string) =>
  runProcess(['lib/server/main.ts'], { NODE_ENV: 'production', DATA_DIR: dataFolder, PORT: '0' })

test('F18: a damaged page stops the start with one sentence that says where to look', async () => {
  const folder = await makeData()
  overwrite(join(folder, 'clinic.db'), 2 * PAGE_BYTES, Buffer.alloc(2 * PAGE_BYTES, 0xff))
  const { code, stdout, stderr } = await start(folder)
  const sentence = 'The database cannot be used (corrupt): check the disk that holds DATA_DIR.'

  measured({
    row: 'F18',
    done: 'start with two overwritten pages in the database',
    target: 'refused with a sentence',
    measured: `code ${code}: ${stderr.trim().slice(0, 200)}`,
    isMet: code === 1 && stdout === '' && stderr.trim() === sentence,
  })
})

test('F18: a file that is no database stops the start in the same way', async () => {
  const folder = await makeData()
  overwrite(join(folder, 'clinic.db'), 0, Buffer.alloc(PAGE_BYTES, 0xff))
  const { code, stderr } = await start(folder)
  expect({ code, stderr: stderr.trim() }).toEqual({
    code: 1,
    stderr: 'The database cannot be used (corrupt): check the disk that holds DATA_DIR.',
  })
})

test('F18: one byte changed anywhere is refused at the start, opens as it was written, or does not open', async () => {
  const folder = await makeData()
  const whole = join(folder, 'clinic.db')
  const random = seededRandom(seed)
  const found = { refused: 0, isolated: 0, harmless: 0, wrong: 0 }
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const damaged = join(folder, `damaged-${flip}.db`)
    copyFileSync(whole, damaged)
    const at = Math.floor(random() * statSync(whole).size)
    overwrite(damaged, at, Buffer.of(Math.floor(random() * 256)))
    found[await judge(damaged)] += 1
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${damaged}${suffix}`, { force: true })
  }

  measured({
    row: 'F18',
    done: `${FLIPS} databases with one changed byte each`,
    target: 'never a wrong word shown',
    measured: Object.entries(found)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
    isMet: found.wrong === 0 && found.refused + found.isolated > 0,
  })
})

async function judge(path: string): Promise<'refused' | 'isolated' | 'harmless' | 'wrong'> {
  const db = openDatabase(path)
  onTestFinished(() => db.destroy())
  try {
    await probeDatabase(db)
    const rows = await db.selectFrom('inquiry').select(['id', 'sealed']).execute()
    return rows.map(judgeRow).find((verdict) => verdict !== 'harmless') ?? 'harmless'
  } catch {
    return 'refused'
  } finally {
    await db.destroy()
  }
}

function judgeRow(row: { id: string; sealed: Buffer }): 'isolated' | 'harmless' | 'wrong' {
  try {
    const words = JSON.stringify(openInquiry(keys.privateKeys, row))
    return words === JSON.stringify(inquiry) ? 'harmless' : 'wrong'
  } catch {
    return 'isolated'
  }
}
