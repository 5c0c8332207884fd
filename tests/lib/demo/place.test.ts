import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { markDemoBegun, markDemoFilled } from '#lib/demo/mark.ts'
import { DemoError, openDemoPlace } from '#lib/demo/place.ts'
import { eachEngine } from '#tests/support/database.ts'
import { makeFolder } from '#tests/support/folder.ts'

describe.each(eachEngine)('on $engine', ({ engine, makePlace }) => {
  async function place() {
    const made = await makePlace()
    if (engine === 'sqlite') return { dataDir: join(made, '..'), databasePath: made, databaseUrl: undefined }
    const dataDir = makeFolder()
    return { dataDir, databasePath: join(dataDir, 'clinic.db'), databaseUrl: made }
  }
  type Place = Awaited<ReturnType<typeof place>>
  const opened = async (where: Place) => {
    const { db, isFilled } = await openDemoPlace(where)
    await db.destroy()
    return isFilled
  }
  async function made({ databasePath, databaseUrl }: Place, ...marks: (typeof markDemoBegun)[]) {
    const db = openDatabase(databaseUrl ?? databasePath)
    await migrateDatabase(db)
    for (const mark of marks) await mark(db, 1)
    await db.destroy()
  }

  test('a place where nothing is yet is filled', async () => {
    expect(await opened(await place())).toBe(false)
  })

  test('a place the demo filled before is used again', async () => {
    const where = await place()
    await made(where, markDemoBegun, markDemoFilled)
    expect(await opened(where)).toBe(true)
  })

  test('a place that somebody else made is left alone, even while no inquiry is in it', async () => {
    const where = await place()
    await made(where)
    await expect(opened(where)).rejects.toThrow(DemoError)
    await expect(opened(where)).rejects.toThrow('left alone')
  })

  test('a demo that was stopped before it was ready says how to begin anew', async () => {
    const where = await place()
    await made(where, markDemoBegun)
    await expect(opened(where)).rejects.toThrow('stopped before it was ready. Remove it with: rm -r')
  })

  test('a folder with anything in it is left alone: it may hold the keys of another database', async () => {
    const where = await place()
    writeFileSync(join(where.dataDir, 'something'), '')
    await expect(opened(where)).rejects.toThrow('left alone')
  })
})
