import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import type { Db } from '#lib/db/schema.ts'
import { measured, seed, sized } from '#tests/support/faults.ts'
import { startCluster } from '#tests/support/postgres-cluster.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { storeOne } from '#tests/support/store-one.ts'
import { makeTables, missingFrom } from '#tests/support/writer.ts'

const KILLS = sized({ quick: 3, full: 40 })
const TERMINATIONS = sized({ quick: 60, full: 600 })
const VISITORS = 8
const LIVE_MS = { min: 60, max: 300 }

async function startFilled(flags: string[] = []) {
  const cluster = await startCluster(flags)
  onTestFinished(() => cluster.remove())
  const place = cluster.urlOf('postgres')
  await makeTables(place)
  const db = openDatabase(place)
  onTestFinished(() => db.destroy())
  return { cluster, place, db }
}

/** Visitors who send one inquiry after the other, and the same one again for as long as they are told it was not stored. */
function startVisitors(db: Db) {
  const acknowledged: string[] = []
  const unexplained: unknown[] = []
  let isOver = false

  async function visit() {
    while (!isOver) await sendUntilStored(randomUUID())
  }
  async function sendUntilStored(id: string) {
    for (;;) {
      try {
        await storeOne(db, id)
        acknowledged.push(id)
        return
      } catch (error) {
        if (!storageFailureOf(error)) return void unexplained.push(error)
        await wait(20)
      }
    }
  }
  const visits = Promise.all(Array.from({ length: VISITORS }, visit))
  async function end() {
    isOver = true
    await visits
  }
  onTestFinished(end)
  return { acknowledged, unexplained, end }
}

async function countDoubled(place: string, sent: number): Promise<number> {
  const client = new pg.Client(place)
  await client.connect()
  const { rows } = await client.query(
    'select (select count(*) from inquiry) as i, (select count(*) from delivery) as d',
  )
  await client.end()
  return Math.max(Number(rows[0].i), Number(rows[0].d)) - sent
}

/** What was acknowledged is there, each once; with few acknowledged, that would say nothing. */
async function expectAllOnce(
  place: string,
  { acknowledged, unexplained }: ReturnType<typeof startVisitors>,
  { done, moreThan }: { done: string; moreThan: number },
) {
  const lost = await missingFrom(place, acknowledged)
  const doubled = await countDoubled(place, acknowledged.length)
  expect(unexplained).toEqual([])
  measured({
    row: 'F9',
    done,
    target: '0 lost, 0 doubled',
    measured: `${lost.length} lost, ${doubled} doubled of ${acknowledged.length}`,
    isMet: lost.length === 0 && doubled === 0 && acknowledged.length > moreThan,
  })
}

test('F9: PostgreSQL is killed again and again in the middle of commits, and nothing is lost or doubled', async () => {
  const { cluster, place, db } = await startFilled()
  const visitors = startVisitors(db)
  const random = seededRandom(seed)
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wait(LIVE_MS.min + random() * (LIVE_MS.max - LIVE_MS.min))
    await cluster.kill()
    await cluster.start()
  }
  await visitors.end()

  await expectAllOnce(place, visitors, {
    done: `PostgreSQL killed (kill -9) ${KILLS} times under ${VISITORS} visitors`,
    moreThan: KILLS,
  })
})

test('F9: connections are ended by the administrator in the middle of commits, and nothing is lost or doubled', async () => {
  const { place, db } = await startFilled()
  const visitors = startVisitors(db)
  const admin = new pg.Client(place)
  await admin.connect()
  for (let times = 0; times < TERMINATIONS; times += 1) {
    await wait(25)
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'clinic' and pid <> pg_backend_pid() order by random() limit 2`)
  }
  await visitors.end()
  await admin.end()

  await expectAllOnce(place, visitors, {
    done: `connections ended ${TERMINATIONS} times, two at once, under ${VISITORS} visitors`,
    moreThan: TERMINATIONS / 4,
  })
})

test('F9: the control: with synchronous_commit off, which we refuse, the same kill loses inquiries', async () => {
  const forgetful = ['synchronous_commit=off', 'wal_writer_delay=10s']
  const { cluster, db, place } = await startFilled(forgetful)
  const visitors = startVisitors(db)
  await expect.poll(() => visitors.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50)
  await cluster.kill()
  const heard = [...visitors.acknowledged]
  await cluster.start([])
  await visitors.end()

  const lost = await missingFrom(place, heard)
  measured({
    row: 'F9',
    done: 'control: synchronous_commit = off, one kill',
    target: 'at least 1 lost',
    measured: `${lost.length} lost of ${heard.length}`,
    isMet: lost.length > 0,
  })
})
