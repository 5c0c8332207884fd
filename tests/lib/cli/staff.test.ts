import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder } from '#tests/support/folder.ts'
import { holdLock, runProcess } from '#tests/support/process.ts'

vi.setConfig({ testTimeout: 60_000 })

function makeClinic() {
  const folder = makeFolder()
  return { folder, run: (...words: string[]) => runProcess(['lib/cli/staff.ts', ...words], { DATA_DIR: folder }) }
}

test('adds somebody and prints a link with its end, also where nothing was before', async () => {
  const { run } = makeClinic()
  const { code, stdout, stderr } = await run('add', 'Front desk')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(
    /^To set up the sign-in of Front desk, open this once, before .+ UTC:\n\n {2}http:\/\/localhost:3000\/staff\/enrol\/[\w-]{43}\n/,
  )
})

test('lists people with their role, gives a new link, and takes access away', async () => {
  const { run } = makeClinic()
  expect((await run('list')).stdout).toMatch(/^Nobody yet\./)
  await run('add', 'Front desk')
  await run('add', 'Dr. Example', '--manager')
  expect((await run('list')).stdout.split('\n').map((line: string) => line.replace(/ +/g, ' '))).toEqual([
    'Name Role Passkeys Last here',
    'Dr. Example manager 0 never',
    'Front desk staff 0 never',
    '',
  ])
  expect((await run('link', 'front desk')).stdout).toContain('/staff/enrol/')
  expect((await run('disable', 'Front desk')).stdout).toContain('no access any more')
  expect((await run('sessions')).stdout).toBe('Nobody is signed in.\n')
})

test('after the index key is lost the list says so, and a link lets a person start over as staff', async () => {
  const { folder, run } = makeClinic()
  await run('add', 'Dr. Example', '--manager')
  rmSync(join(folder, 'keys', 'index-key'))
  expect((await run('list')).stdout).toContain('needs a new link')
  expect((await run('link', 'Dr. Example')).stdout).toMatch(/start over, as staff[\s\S]+\/staff\/enrol\//)
  expect((await run('list')).stdout).toMatch(/Dr\. Example +staff +0 /)
  expect((await run('link', 'Dr. Example')).stdout).not.toContain('start over')
})

test.each([
  [['link', 'Nobody'], 'Nobody called Nobody has access.'],
  [['disable', 'Nobody'], 'Nobody called Nobody has access.'],
  [['add', ' '], 'Give a name'],
])('%j is answered with a reason and code 1', async (words, reason) => {
  const { code, stdout, stderr } = await makeClinic().run(...words)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(reason)
})

test('a name that is taken is not added twice', async () => {
  const { run } = makeClinic()
  await run('add', 'Front desk')
  const { code, stderr } = await run('add', 'FRONT DESK')
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('has access already') })
})

test.each([[[]], [['add']], [['list', 'x']], [['add', 'a', 'b']], [['link', 'a', '--manager']], [['list', '--x']]])(
  '%j is asked wrongly: the help and code 2',
  async (words) => {
    const { code, stdout, stderr } = await makeClinic().run(...words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('npm run staff -- add')
  },
)

test('--help shows the help and touches nothing', async () => {
  const { code, stdout } = await makeClinic().run('--help')
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('npm run staff -- sessions') })
})

test('while another process holds the database it says so in one sentence', async () => {
  const { run, folder } = makeClinic()
  await run('list')
  await holdLock(join(folder, 'clinic.db'))
  const { code, stderr } = await run('add', 'Front desk')
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'The database cannot be used (busy).\n' })
})
