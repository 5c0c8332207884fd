import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysIn } from '#lib/seal/keys.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { inquiry, settingFor } from '#tests/support/inquiry.ts'
import { runProcess } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

async function makeClinic() {
  const folder = makeFolder()
  const db = openDatabase(join(folder, 'clinic.db'))
  onTestFinished(() => db.destroy())
  await migrateDatabase(db)
  const { publicKeys } = sealKeysIn(join(folder, 'keys'))
  const { reference } = await acceptInquiry(settingFor(db, { publicKeys }), {
    id: crypto.randomUUID(),
    inquiry,
    locale: 'en',
  })
  return { folder, reference, run: runIn(folder) }
}

const runIn =
  (folder: string, settings: Record<string, string> = {}) =>
  (...words: string[]) =>
    runProcess(['lib/cli/backup.ts', ...words], { DATA_DIR: folder, ...settings })

test('a backup is made, listed, proven and brought back on another machine that has the keys', async () => {
  const { folder, reference, run } = await makeClinic()
  const made = await run('make')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toContain('It holds 1 inquiries, and 2 records in all.')
  const name = /clinic-\S+\.backup/.exec((await run('list')).stdout)?.[0] ?? ''
  expect((await run('verify')).stdout).toMatch(/^Whole, and restored beside/)

  const machine = makeFolder()
  cpSync(join(folder, 'keys'), join(machine, 'keys'), { recursive: true })
  const restored = await runIn(machine)('restore', join(folder, 'backups', name))
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('1 e-mails were on their way') })
  // Whoever lost access since the backup has it again, and nothing in the backup can know that.
  expect(restored.stdout).toContain('disable who left since')
  const shown = await runProcess(['lib/cli/inquiries.ts', 'show', reference], { DATA_DIR: machine })
  expect(shown.stdout).toContain('Canary message')
  expect(shown.stdout).toContain('NEEDS ATTENTION (restored-from-backup)')

  expect(await runIn(machine)('restore', join(folder, 'backups', name))).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'The database is not empty, and nothing was changed: restore into one that holds nothing.\n',
  })
})

test('says in one sentence what is missing', async () => {
  const { folder, run } = await makeClinic()
  expect((await run('verify')).stderr).toBe('There is no such backup.\n')
  expect((await run('restore', 'clinic.backup')).stderr).toBe('There is no such backup.\n')
  expect((await run('list')).stdout).toMatch(/^No backups in .* yet\.\n$/)
  await run('make')
  const other = runIn(folder, { SEAL_PRIVATE_KEYS: makePrivateKeyText() })
  expect((await other('verify')).stderr).toMatch(/^It cannot be opened\. None of the private keys/)
})

test('explains itself', async () => {
  const run = runIn(makeFolder())
  expect(await run('make', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('backup -- restore') })
})

test.each([[], ['mkae'], ['restore'], ['make', 'x'], ['make', '--keep', '0'], ['list', '--all'], ['toString']])(
  'explains itself when asked wrongly: %s %s %s',
  async (...words) => {
    const { code, stderr } = await runIn(makeFolder())(...words)
    expect(code).toBe(2)
    expect(stderr).toContain('npm run backup -- restore')
  },
)
