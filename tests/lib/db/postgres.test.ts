import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { storageFailureOf } from '#lib/db/failure.ts'
import { probeDatabase } from '#lib/db/probe.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { makePostgresDatabase, openForTest } from '#tests/support/database.ts'
import { startForgetfulProxy } from '#tests/support/forgetful-proxy.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'
import { freePort } from '#tests/support/running-server.ts'
import { timed } from '#tests/support/timed.ts'

async function connectBeside(place: string) {
  const client = new pg.Client(place)
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

const write = (place: ReturnType<typeof openDatabase>, id: string) =>
  retryWhenBusy(() =>
    place.transaction().execute((transaction) => transaction.insertInto('probe').values({ id }).execute()),
  )

test('a transaction that froze somewhere else is reported as busy within 2.5 s', timed, async () => {
  const { db, place } = await makePostgresDatabase()
  const frozen = await connectBeside(place)
  await frozen.query('begin; lock table migration in share row exclusive mode')

  const startedAt = performance.now()
  const failure = await write(db, 'late').catch(storageFailureOf)
  expect(failure).toBe('busy')
  expect(performance.now() - startedAt).toBeLessThan(2500)

  await frozen.query('rollback')
  await write(db, 'late')
})

test('what waits gets its turn as soon as the other is done', async () => {
  const { db, place } = await makePostgresDatabase()
  const other = await connectBeside(place)
  await other.query('begin; lock table migration in share row exclusive mode')
  const writing = write(db, 'waits')
  setTimeout(() => other.query('commit'), 300)

  await writing
  expect(await db.selectFrom('probe').select('id').execute()).toEqual([{ id: 'waits' }])
})

test('each of our transactions tells the server to end it when it freezes', async () => {
  const { db } = await makePostgresDatabase()
  const limits = await db
    .transaction()
    .execute((transaction) =>
      sql`select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('statement_timeout') as statement`.execute(
        transaction,
      ),
    )
  expect(limits.rows).toEqual([{ idle: '5s', statement: '2s' }])
  const { rows } = await sql`select current_setting('statement_timeout') as statement`.execute(db)
  expect(rows).toEqual([{ statement: '0' }])
})

test('connections that the server ended are replaced, and nobody notices', async () => {
  const { db, place } = await makePostgresDatabase()
  const admin = await connectBeside(place)
  await Promise.all(Array.from({ length: 8 }, (_, number) => write(db, `before-${number}`)))
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

  await Promise.all(Array.from({ length: 20 }, (_, number) => write(db, `after-${number}`)))
  expect(await db.selectFrom('probe').select('id').execute()).toHaveLength(28)
})

test('a server that is not there is said so within 2.5 s, in one sentence, without the password', timed, async () => {
  const db = openDatabase(`postgres://clinic:secret@127.0.0.1:${await freePort()}/clinic`)
  onTestFinished(() => db.destroy())
  const startedAt = performance.now()

  const error = await probeDatabase(db).catch((reason: Error) => reason)
  expect(String(error)).toBe(
    'Error: The database cannot be used (unreachable): check the server that DATABASE_URL names.',
  )
  expect(performance.now() - startedAt).toBeLessThan(2500)
})

test('a name that does not exist is not tried again', timed, async () => {
  const { place } = await makePostgresDatabase()
  const db = openDatabase(new URL('/missing', place).href)
  onTestFinished(() => db.destroy())
  const startedAt = performance.now()

  await expect(probeDatabase(db)).rejects.toThrow('(unreachable)')
  expect(performance.now() - startedAt).toBeLessThan(1000)
})

test('a database that may forget what it committed is refused, in one sentence', async () => {
  const { db, place } = await makePostgresDatabase()
  const admin = await connectBeside(place)
  await probeDatabase(db)
  await admin.query(`alter database ${new URL(place).pathname.slice(1)} set synchronous_commit = off`)
  const forgetful = openDatabase(place)
  onTestFinished(() => forgetful.destroy())

  await expect(probeDatabase(forgetful)).rejects.toThrow(
    'DATABASE_URL names a PostgreSQL with synchronous_commit = off, which can lose what was committed: switch it on.',
  )
})

test('an inquiry whose commit was done but never answered for is stored once, and gets its own receipt', async () => {
  const { db, place } = await makePostgresDatabase()
  const deaf = openForTest(await startForgetfulProxy(place, 2))
  const id = randomUUID()

  const receipt = await acceptInquiry(settingFor(deaf), { id, inquiry, locale: 'en' })
  expect(await acceptInquiry(settingFor(db), { id, inquiry, locale: 'en' })).toEqual(receipt)
  expect(await db.selectFrom('inquiry').select('reference').execute()).toEqual([{ reference: receipt.reference }])
  expect(await db.selectFrom('delivery').select('inquiry_id').execute()).toEqual([{ inquiry_id: id }])
})

test('what may not be repeated is not, when its commit was never answered for', async () => {
  const { db, place } = await makePostgresDatabase()
  const deaf = openForTest(await startForgetfulProxy(place, 1))

  await expect(write(deaf, 'once')).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  expect(await db.selectFrom('probe').select('id').execute()).toEqual([{ id: 'once' }])
})
