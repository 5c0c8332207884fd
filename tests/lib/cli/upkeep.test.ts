import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { recordAudit } from '#lib/audit/record.ts'
import { calendarDay } from '#lib/cli/terminal.ts'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { DAY_MS } from '#lib/duration.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { sealKeysIn } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'
import { runProcess } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A clinic's data folder with inquiries so many days old, each e-mail sent. */
async function makeClinic(...daysOld: number[]) {
  const folder = makeFolder()
  const db = openDatabase(join(folder, 'clinic.db'))
  onTestFinished(() => db.destroy())
  await migrateDatabase(db)
  const { publicKeys } = sealKeysIn(join(folder, 'keys'))
  const references: string[] = []
  for (const days of daysOld) {
    const setting = settingFor(db, { publicKeys, now: () => Date.now() - days * DAY_MS })
    references.push((await acceptInquiry(setting, { id: randomUUID(), inquiry, locale: 'en' })).reference)
  }
  await db.updateTable('delivery').set({ state: 'sent' }).execute()
  const run = (...words: string[]) => runProcess(['lib/cli/inquiries.ts', ...words], { DATA_DIR: folder })
  const left = async () => (await db.selectFrom('inquiry').select('reference').execute()).map((row) => row.reference)
  return { db, folder, references, run, left }
}

test('a key is rotated in three commands, and each says what it did', async () => {
  const { run, folder, references } = await makeClinic(1, 2)
  const [old] = sealKeysIn(join(folder, 'keys')).publicKeys
  expect(await run('new-key')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Key [0-9a-f]{16} was put in front/),
  })

  const [fresh] = sealKeysIn(join(folder, 'keys')).publicKeys
  expect((await run('rekey')).stdout).toBe('Sealed anew: 4. As it should be already: 0.\n')
  const { code, stdout } = await run('keys')
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`${fresh?.id} +here +yes +2 +2 +0\\n${old?.id} +here +no +0 +0 +0\\n`))
  expect((await run('show', String(references[0]))).code).toBe(0)
})

test('the lost-key drill: the folder of keys is gone, the printed escrow key opens everything', async () => {
  const { run, folder, references } = await makeClinic(1)
  const escrow = /\n {2}([\w-]{43})\n/.exec((await run('new-key', '--escrow')).stdout)?.[1] ?? ''
  await run('rekey')
  const lost = (...words: string[]) =>
    runProcess(['lib/cli/inquiries.ts', ...words], { DATA_DIR: folder, SEAL_PRIVATE_KEYS: escrow })
  rmSync(join(folder, 'keys'), { recursive: true })
  expect(await lost('show', String(references[0]))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Canary message'),
  })

  await run('new-key')
  const file = join(folder, 'keys', 'seal-private-keys')
  appendFileSync(file, `${escrow}\n`)
  await run('new-key', '--escrow')
  const drop = /--drop \w+/.exec((await run('rekey')).stderr)?.[0].split(' ') ?? []
  expect((await run('rekey', ...drop)).stdout).toBe('Sealed anew: 2. As it should be already: 0.\n')
  writeFileSync(file, readFileSync(file, 'utf8').replace(escrow, ''))
  expect((await run('keys')).code).toBe(0)
  expect((await run('show', String(references[0]))).stdout).toContain('Canary message')
  expect((await lost('show', String(references[0]))).stderr).toMatch(/^It cannot be opened\./)
})

test('refuses a rekey that would shut the escrow key out, unless it is named', async () => {
  const { run, folder } = await makeClinic(1)
  await run('new-key', '--escrow')
  await run('rekey')
  const id = sealKeysIn(join(folder, 'keys')).publicKeys[1]?.id ?? ''
  const settings = { DATA_DIR: folder, SEAL_PRIVATE_KEYS: join(folder, 'keys', 'seal-private-keys') }
  const without = (...words: string[]) => runProcess(['lib/cli/inquiries.ts', 'rekey', ...words], settings)

  expect(await without()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `Refused, and nothing was changed: ${id} could open nothing any more. If that is meant: --drop ${id}.\n`,
  })
  expect((await without('--drop', id)).stdout).toBe('Sealed anew: 2. As it should be already: 0.\n')
})

test('purges what is due once the date is confirmed, and says what it would do before', async () => {
  const { run, references, left } = await makeClinic(200, 100)
  const today = ['--today', calendarDay(new Date())]
  const unconfirmed = await run('purge')
  expect(unconfirmed.stdout).toContain('Deleted: 0.\n1 more are due by the clock')

  const [old, young] = references
  expect((await run('purge', '--dry-run', ...today)).stdout).toContain(`Would be deleted: 1 (${old}).`)
  expect(await left()).toHaveLength(2)
  expect((await run('purge', ...today)).stdout).toBe(
    `Retention: 30 days after closing, 180 days at most.\nDeleted: 1 (${old}).\n`,
  )
  expect(await left()).toEqual([young])
  expect((await run('purge', '--today', '2020-01-01')).stderr).toMatch(/^Refused, and nothing was changed: the clock/)
})

test('deletes one inquiry for good when told twice, and nothing when not', async () => {
  const { run, folder, references, left } = await makeClinic(1)
  const reference = String(references[0])
  const typing = (typed: string) =>
    runProcess(['lib/cli/inquiries.ts', 'delete', reference], { DATA_DIR: folder }, typed)
  for (const typed of ['', 'yes\n'])
    expect(await typing(typed)).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was changed.') })
  expect(await left()).toEqual([reference])

  expect(await typing(`${reference}\n`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${reference} was deleted`),
  })
  expect(await left()).toEqual([])
  expect((await run('delete', reference, '--yes')).stderr).toBe(`No inquiry has the reference ${reference}.\n`)
})

test('says that the audit is whole, with the head to write down, and where it is not', async () => {
  const { run, db, references } = await makeClinic(1)
  await run('delete', String(references[0]), '--yes')
  const { stdout } = await run('verify-audit')
  const head = /1:[0-9a-f]{64}/.exec(stdout)?.[0] ?? ''
  expect(stdout).toContain('The audit is whole: 1 entry.')
  await db
    .transaction()
    .execute((transaction) => recordAudit(transaction, { actor: 'command', action: 'look', subject: 'x', now: 1 }))
  expect((await run('verify-audit', '--head', head)).code).toBe(0)

  await db.updateTable('audit').set({ actor: 'staff:x' }).where('seq', '=', 1).execute()
  expect(await run('verify-audit')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'The audit is broken: entry 1 was changed, or the one before it was.\n',
  })
})

test('has the index written anew', async () => {
  const { run, db } = await makeClinic(1)
  await db.updateTable('inquiry').set({ indexed_at: 1 }).execute()
  expect((await run('reindex')).stdout).toMatch(/^The index of 1 inquiries was forgotten\./)
})

test('no command makes keys where the old ones are gone', async () => {
  const { folder } = await makeClinic()
  const elsewhere = { DATA_DIR: folder, SEAL_PRIVATE_KEYS: join(folder, 'gone') }
  for (const name of ['keys', 'rekey'])
    expect(await runProcess(['lib/cli/inquiries.ts', name], elsewhere)).toMatchObject({ code: 1 })
  expect(existsSync(join(folder, 'gone'))).toBe(false)
})

test.each([
  ['keys', 'x'],
  ['rekey', '--all'],
  ['delete'],
  ['delete', 'seven'],
  ['purge', 'now'],
  ['verify-audit', '--head', 'x'],
])('explains itself when asked wrongly: %s %s', async (...words) => {
  const { code, stderr } = await runProcess(['lib/cli/inquiries.ts', ...words])
  expect(code).toBe(2)
  expect(stderr).toContain('npm run inquiries -- verify-audit')
})
