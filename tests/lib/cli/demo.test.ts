import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { markDemoBegun, markDemoFilled } from '#lib/demo/mark.ts'
import { makeFolder } from '#tests/support/folder.ts'
import { runProcess } from '#tests/support/process.ts'
import { resendSettings } from '#tests/support/server-settings.ts'

const demo = (settings: Record<string, string>, ...words: string[]) =>
  runProcess(['lib/cli/demo.ts', ...words], settings)

test('says what it does, and that nothing is sent', async () => {
  const { code, stdout } = await demo({}, '--help')
  expect(code).toBe(0)
  for (const word of ['invented', 'RESEND_API_KEY', '--no-start']) expect(stdout).toContain(word)
})

test('with a key for sending e-mail it does nothing at all', async () => {
  const folder = join(makeFolder(), 'demo')
  const { code, stdout, stderr } = await demo({ DATA_DIR: folder, ...resendSettings('http://127.0.0.1:1') })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trim()).toMatch(/^RESEND_API_KEY is set\. .+ unset it first\.$/)
  expect(existsSync(folder)).toBe(false)
})

test('a folder with something of somebody in it is left alone, in one sentence', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'note'), '')
  const { code, stdout, stderr } = await demo({ DATA_DIR: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('left alone')])
})

test('no server that sends e-mail starts on what the demo made', async () => {
  const folder = makeFolder()
  const db = openDatabase(join(folder, 'clinic.db'))
  await migrateDatabase(db)
  for (const mark of [markDemoBegun, markDemoFilled]) await mark(db, 1)
  await db.destroy()

  const settings = { DATA_DIR: folder, PORT: '0', ...resendSettings('http://127.0.0.1:1') }
  const { code, stderr } = await runProcess(['lib/server/main.ts'], settings)
  expect(code).toBe(1)
  expect(stderr).toContain('RESEND_API_KEY must be unset here')
})
