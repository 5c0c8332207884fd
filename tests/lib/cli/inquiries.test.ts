import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { HOUR_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { sealKeysIn } from '#lib/seal/keys.ts'
import { onlyDeliveryIn, START } from '#tests/support/delivery.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { byEmail, inquiry, settingFor } from '#tests/support/inquiry.ts'
import { runProcess } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A clinic's data folder as the server leaves it. */
async function makeClinic(inquiries: Inquiry[] = []) {
  const folder = makeFolder()
  const db = openDatabase(join(folder, 'clinic.db'))
  onTestFinished(() => db.destroy())
  await migrateDatabase(db)
  const { publicKeys } = sealKeysIn(join(folder, 'keys'))
  const references: string[] = []
  for (const [number, inquiry] of inquiries.entries()) {
    const setting = settingFor(db, { publicKeys, now: () => START + number * HOUR_MS })
    references.push((await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })).reference)
  }
  const run = (...words: string[]) => runProcess(['lib/cli/inquiries.ts', ...words], { DATA_DIR: folder })
  return { db, folder, references, run }
}

test('lists what came in, newest first, with who and how to reach them', async () => {
  const { run, references } = await makeClinic([inquiry, byEmail])
  const { code, stdout, stderr } = await run('list')

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^Received +Reference +Who +How to reach +E-mail$/),
    expect.stringMatching(
      new RegExp(`^Nov 21, 2026, 1:00 PM UTC +${references[1]} +Canary Writer +e-mail canary@person.example +waiting`),
    ),
    expect.stringMatching(
      new RegExp(`^Nov 21, 2026, 12:00 PM UTC +${references[0]} +Canary Nameless +phone \\+13055550142 +waiting`),
    ),
    '',
  ])
})

test('says so when nothing came in', async () => {
  const { run } = await makeClinic()
  expect(await run('list')).toEqual({ code: 0, stdout: 'No inquiries yet.\n', stderr: '' })
})

test('shows one inquiry, and what is safe before anything else about the person', async () => {
  const { run, references } = await makeClinic([inquiry])
  const { code, stdout } = await run('show', String(references[0]).toLowerCase())

  expect(code).toBe(0)
  expect(stdout).toContain('Do NOT leave a voicemail.\n  If someone else answers, hang up.')
  const order = [
    'Do NOT leave',
    'Canary Nameless',
    '+13055550142',
    'morning, evening',
    'Canary Kreyol',
    'Canary message',
  ]
  const positions = order.map((words) => stdout.indexOf(words))
  expect(positions).toEqual([...positions].sort((one, other) => one - other))
  expect(positions[0]).toBeGreaterThan(0)
})

test('what was shown counts as opened; what was only listed does not', async () => {
  const { db, run, references } = await makeClinic([inquiry])
  const openedAt = () => db.selectFrom('inquiry').select('opened_at').executeTakeFirstOrThrow()
  await run('list')
  expect(await openedAt()).toEqual({ opened_at: null })
  await run('show', String(references[0]))
  expect(await openedAt()).toEqual({ opened_at: expect.any(Number) })
})

test('whoever reads at the command line leaves a trace, as in the inbox', async () => {
  const { db, run, references } = await makeClinic([inquiry])
  await run('list')
  await run('show', String(references[0]))
  expect(
    await db.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).orderBy('seq').execute(),
  ).toEqual([
    { actor: 'command', action: 'listed', subject: 'inquiries', detail: '1' },
    { actor: 'command', action: 'inquiry-opened', subject: `inquiry/${references[0]}`, detail: '' },
  ])
})

test('says what is held back and why, and sends the e-mail once somebody releases it', async () => {
  const { db, run, references } = await makeClinic([inquiry])
  expect((await run('quarantine')).stdout).toBe('Nothing is held back.\n')
  const held = { spam_score: 10, spam_signals: 'link-markup', quarantined_at: START }
  await db.updateTable('inquiry').set(held).execute()
  await db.updateTable('delivery').set({ state: 'held' }).execute()

  const [reference = ''] = references
  expect((await run('quarantine')).stdout).toMatch(
    new RegExp(`^${reference}  Nov 21, 2026, 12:00 PM UTC  score 10\n  · the text holds links in HTML`),
  )
  expect((await run('retry', reference)).stdout).toContain('held back')
  expect((await run('release', reference)).stdout).toContain('like any other now')
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending' })
  expect((await run('release', reference)).stdout).toContain('Nothing was changed')
})

test('nothing a stranger typed can steer the terminal', async () => {
  const { run, references } = await makeClinic([
    { ...inquiry, name: '\u001b[2Jgone', message: 'one\u001b]0;x\u0007\ntwo' },
  ])
  const outputs = [await run('list'), await run('show', String(references[0]))]
  expect(outputs.map(({ stdout }) => stdout.includes('gone') || stdout.includes('two'))).toEqual([true, true])
  expect(outputs.some(({ stdout }) => stdout.includes('\u001b') || stdout.includes('\u0007'))).toBe(false)
})

test('makes an e-mail that needs attention due again, and says so', async () => {
  const { run, db, references } = await makeClinic([inquiry])
  await db.updateTable('delivery').set({ state: 'attention', last_failure: 'validation-error' }).execute()

  expect((await run('list')).stdout).toContain('NEEDS ATTENTION (validation-error)')
  expect(await run('retry', String(references[0]))).toMatchObject({
    code: 0,
    stdout: `${references[0]}: Its e-mail is due now. The running server sends it within a second or two.\n`,
  })
  expect(await onlyDeliveryIn(db)).toMatchObject({ state: 'pending' })
})

test('changes nothing about an e-mail that was sent, and says so', async () => {
  const { run, db, references } = await makeClinic([inquiry])
  await db.updateTable('delivery').set({ state: 'sent', settled_at: START }).execute()
  expect(await run('retry', String(references[0]))).toMatchObject({
    code: 0,
    stdout: `${references[0]}: Nothing was changed: its e-mail was sent already.\n`,
  })
})

test('says that a reference is unknown', async () => {
  const { run } = await makeClinic([inquiry])
  const answer = { code: 1, stdout: '', stderr: 'No inquiry has the reference KW-22222.\n' }
  expect(await run('show', 'KW-22222')).toEqual(answer)
  expect(await run('retry', 'KW-22222')).toEqual(answer)
})

test.each([['--help'], ['list', '--help'], ['show', '-h']])('explains itself when asked: %s %s', async (...words) => {
  const { code, stdout } = await runProcess(['lib/cli/inquiries.ts', ...words])
  expect(code).toBe(0)
  expect(stdout).toContain('npm run inquiries -- show <reference>')
})

test.each([[], ['lost'], ['show'], ['show', 'seven'], ['list', 'KW-22222'], ['show', 'KW-22222', 'x'], ['toString']])(
  'explains itself when asked wrongly: %s %s',
  async (...words) => {
    const { code, stdout, stderr } = await runProcess(['lib/cli/inquiries.ts', ...words])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('npm run inquiries -- list')
  },
)

test('makes no new keys when the old ones are gone', async () => {
  const { run, folder, references } = await makeClinic([inquiry])
  rmSync(join(folder, 'keys'), { recursive: true })

  for (let again = 0; again < 2; again += 1)
    expect(await run('show', String(references[0]))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^The private keys are not in .*: put the copy back, or set SEAL_PRIVATE_KEYS\.\n$/,
      ),
    })
})

test('says in one sentence that the key is another, or the record was changed', async () => {
  const { run, db, folder, references } = await makeClinic([inquiry])
  await db
    .updateTable('inquiry')
    .set({ sealed: Buffer.alloc(200, 1) })
    .execute()
  expect((await run('show', String(references[0]))).stderr).toMatch(/^It cannot be opened\. None of .*\.\n$/)

  rmSync(join(folder, 'keys'), { recursive: true })
  sealKeysIn(join(folder, 'keys'))
  expect(await run('list')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Some could not be opened: .*\.\n$/),
  })
})

test('says in one sentence that the database is damaged or not there', async () => {
  const { run, db, folder } = await makeClinic([inquiry])
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await db.destroy()
  const path = join(folder, 'clinic.db')
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 0)
  closeSync(file)
  expect(await run('list')).toEqual({ code: 1, stdout: '', stderr: 'The database cannot be used (corrupt).\n' })

  rmSync(path)
  expect((await run('list')).stderr).toBe(`There is no database at ${path} yet: check DATA_DIR.\n`)
})

test('says in one sentence which setting is wrong', async () => {
  const { code, stderr } = await runProcess(['lib/cli/inquiries.ts', 'list'], { PORT: 'eighty' })
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'PORT must be a whole number from 0 to 65535.\n' })
})
