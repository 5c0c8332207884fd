import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'
import { submitInquiry } from '#lib/inquiries/submit.ts'
import { makeLogger } from '#lib/log.ts'
import { onWake } from '#lib/outbox/wake.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import { canaries, inquiry, settingFor } from '#tests/support/inquiry.ts'
import { holdLock } from '#tests/support/process.ts'
import { timed } from '#tests/support/timed.ts'

const request = () => ({ id: randomUUID(), inquiry, locale: 'en' })
const logged: string[] = []
const countInquiries = async () => (await database().selectFrom('inquiry').select('id').execute()).length

beforeAll(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'clinic-')))
  oncePerProcess('log', () => makeLogger({ write: (line) => void logged.push(line) }))
  oncePerProcess('inquiry-setting', () => settingFor(database()))
  await migrateDatabase(database())
})

afterAll(async () => {
  await database().destroy()
  rmSync(env().dataDir, { recursive: true })
})

test('accepts, and wakes the delivery', async () => {
  let calls = 0
  const waking = onWake(() => {
    calls += 1
  })
  expect(await submitInquiry(request())).toEqual({
    kind: 'accepted',
    reference: expect.stringMatching(/^KW-/),
    receivedAt: expect.any(Number),
  })
  expect(calls).toBe(1)
  waking.stop()
})

test(
  'a database locked by another process is said to be unavailable within 2.5 s, and nobody else is held up',
  timed,
  async () => {
    const before = await countInquiries()
    const lock = await holdLock(env().databasePath)
    const delays = monitorEventLoopDelay({ resolution: 5 })
    delays.enable()
    const startedAt = performance.now()

    const results = await Promise.all(Array.from({ length: 5 }, () => submitInquiry(request())))
    const tookMs = performance.now() - startedAt
    delays.disable()
    await lock.release()

    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['storage-unavailable']))
    expect(tookMs).toBeLessThan(2500)
    // The median: other work on the machine stretches single turns of the loop, a thread that waits stretches them all.
    expect(delays.percentile(50) / 1e6).toBeLessThan(50)
    expect(await countInquiries()).toBe(before)
  },
)

test('a lock that is released in time costs the visitor a moment, not the inquiry', async () => {
  const lock = await holdLock(env().databasePath)
  const submitting = submitInquiry(request())
  setTimeout(() => void lock.release(), 300)
  expect(await submitting).toMatchObject({ kind: 'accepted' })
})

test('a full disk is said to be unavailable, keeps nothing by halves, and works again when there is room', async () => {
  const before = await countInquiries()
  await sql`pragma max_page_count = 1`.execute(database())
  const results = []
  for (let number = 0; number < 20; number += 1) results.push((await submitInquiry(request())).kind)
  await sql`pragma max_page_count = 4294967294`.execute(database())

  const accepted = results.filter((kind) => kind === 'accepted').length
  expect(new Set(results)).toContain('storage-unavailable')
  expect(await countInquiries()).toBe(before + accepted)
  expect(await submitInquiry(request())).toMatchObject({ kind: 'accepted' })
})

test('a database that may only be read is said to be unavailable', async () => {
  await sql`pragma query_only = on`.execute(database())
  const result = await submitInquiry(request())
  await sql`pragma query_only = off`.execute(database())
  expect(result).toEqual({ kind: 'storage-unavailable' })
  expect(logged.at(-1)).toMatch(/"failure":"read-only","msg":"inquiry-not-stored"/)
})

test('what was logged meanwhile holds nothing a person wrote', () => {
  expect(logged).not.toEqual([])
  expect(canaries.filter((canary) => logged.join('').includes(canary))).toEqual([])
})

test('a mistake of ours is not passed off as a full disk', async () => {
  await expect(submitInquiry({ ...request(), id: 'not a uuid' })).rejects.toThrow(TypeError)
})
