import { test } from 'vitest'
import { makePostgresDatabase } from '#tests/support/database.ts'
import { owePlainDeliveries, START } from '#tests/support/delivery.ts'
import { measured, sized } from '#tests/support/faults.ts'
import { runCode } from '#tests/support/process.ts'

const DELIVERIES = sized({ quick: 400, full: 10_000 })
const PROCESSES = 2
const WORKERS_EACH = 4

const claimingAll = (place: string, process: number) => `
  import { openDatabase } from '#lib/db/connection.ts'
  import { claimDelivery } from '#lib/outbox/claim.ts'
  const db = openDatabase(${JSON.stringify(place)})
  const claimed = []
  await Promise.all(Array.from({ length: ${WORKERS_EACH} }, async (_, worker) => {
    for (let claim; (claim = await claimDelivery(db, { owner: '${process}.' + worker, now: ${START} })); )
      claimed.push(claim.id)
  }))
  process.stdout.write(claimed.join(' '))
  await db.destroy()`

test('F12: two processes with four workers each claim every delivery once, on PostgreSQL', async () => {
  const { db, place } = await makePostgresDatabase()
  await owePlainDeliveries(db, DELIVERIES)

  const runs = await Promise.all(Array.from({ length: PROCESSES }, (_, number) => runCode(claimingAll(place, number))))
  const shares = runs.map(({ stdout }) => stdout.split(' ').filter(Boolean))
  const claimed = shares.flat()
  const doubles = claimed.length - new Set(claimed).size
  const failures = runs.map(({ stderr }) => stderr).filter(Boolean)
  measured({
    row: 'F12',
    done: `${PROCESSES * WORKERS_EACH} workers in ${PROCESSES} processes, ${DELIVERIES} deliveries, PostgreSQL`,
    target: 'each claimed once',
    measured:
      failures[0] ??
      `${new Set(claimed).size} claimed (${shares.map(({ length }) => length).join(' + ')}), ${doubles} twice`,
    isMet: failures.length === 0 && doubles === 0 && claimed.length === DELIVERIES,
  })
})

test('F12: the control: workers that look first and take later claim some twice, on PostgreSQL', async () => {
  const { db, place } = await makePostgresDatabase()
  await owePlainDeliveries(db, 60)
  const takingCarelessly = `
    import { setTimeout } from 'node:timers/promises'
    import { openDatabase } from '#lib/db/connection.ts'
    const db = openDatabase(${JSON.stringify(place)})
    const claimed = []
    await Promise.all(Array.from({ length: ${WORKERS_EACH} }, async () => {
      for (;;) {
        const due = await db.selectFrom('delivery').select('id').where('state', '=', 'pending').orderBy('id').limit(1).executeTakeFirst()
        if (!due) break
        await setTimeout(1)
        await db.updateTable('delivery').set({ state: 'sending' }).where('id', '=', due.id).execute()
        claimed.push(due.id)
      }
    }))
    process.stdout.write(claimed.join(' '))
    await db.destroy()`

  const { stdout } = await runCode(takingCarelessly)
  const claimed = stdout.split(' ')
  const doubles = claimed.length - new Set(claimed).size
  measured({
    row: 'F12',
    done: `control: look first, take later, PostgreSQL`,
    target: 'at least 1 twice',
    measured: `${doubles} twice`,
    isMet: doubles > 0,
  })
})
