import { expect, test } from 'vitest'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { fillAsOf, fillVersion } from '#tests/support/earlier-schema.ts'
import { measured, sized } from '#tests/support/faults.ts'
import { runCode } from '#tests/support/process.ts'
import { pictureOf } from '#tests/support/table-picture.ts'

/** Every statement is killed once in full; every twelfth otherwise (the contract tests stop at every one). */
const STEP = sized({ quick: 12, full: 1 })

/** Migrates in a process that is killed in place of the statement of this number; false when it came to the end. */
async function isKilledAt(place: string, upTo: number, statement: number): Promise<boolean> {
  const { signal, code, stderr } = await runCode(`
    import { openDatabase } from '#lib/db/connection.ts'
    import { migrateDatabase } from '#lib/db/migrate.ts'
    import { migrations } from '#lib/db/migrations.ts'
    let statements = 0
    const killing = {
      transformQuery({ node }) {
        statements += 1
        if (statements === ${statement}) process.kill(process.pid, 'SIGKILL')
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const db = openDatabase(${JSON.stringify(place)})
    await migrateDatabase(db.withPlugin(killing), { list: migrations.slice(0, ${upTo}) })
    await db.destroy()`)
  expect({ stderr, code: code ?? 0 }).toEqual({ stderr: '', code: 0 })
  return signal === 'SIGKILL'
}

test.each(eachEngine)('F19: a migration killed at any statement leaves nothing behind, on $engine', async (tested) => {
  const place = await tested.makePlace()
  const db = openForTest(place)
  let kills = 0
  let wrong = 0
  for (const { number } of migrations) {
    const before = await pictureOf(db)
    for (let statement = 1; await isKilledAt(place, number, statement); statement += STEP) {
      kills += 1
      if (JSON.stringify(await pictureOf(db)) !== JSON.stringify(before)) wrong += 1
    }
    await fillVersion(db, number)
  }
  await migrateDatabase(db)

  const unbroken = openForTest(await tested.makePlace())
  await fillAsOf(unbroken, migrations.length)
  expect(await pictureOf(db)).toEqual(await pictureOf(unbroken))
  measured({
    row: 'F19',
    done: `process killed (kill -9) at ${kills} statements of ${migrations.length} migrations, ${tested.engine}`,
    target: 'nothing half done; run again: same tables, same rows',
    measured: `${wrong} half done; same tables, same rows`,
    isMet: wrong === 0 && kills > 0,
  })
})
