import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#tests/support/folder.ts'

const script = join(process.cwd(), 'lib/cli/new-article.ts')

/** Runs the command in a folder of its own, with these lines typed. */
function makeIn(folder: string, words: string[], typed = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...words], { cwd: folder }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
    child.stdin?.end(typed)
  })
}

const article = 'content/en/articles/is-it-safe.mdx'
const given = ['--title', 'Is it safe?', '--topic', 'safety']

test('makes the file under the name of its title, and says where', async () => {
  const folder = makeFolder()
  const { code, out } = await makeIn(folder, given)

  expect(code).toBe(0)
  expect(out).toContain(`Made ${article}`)
  expect(readFileSync(join(folder, article), 'utf8')).toContain('title: Is it safe?')
})

test('asks for the title and the topic', async () => {
  const folder = makeFolder()
  const { code, out } = await makeIn(folder, [], 'Is it safe?\nsafety\n')

  expect(code).toBe(0)
  expect(out).toContain('The title, as a reader would ask it:')
  expect(existsSync(join(folder, article))).toBe(true)
})

test('never writes over an article', async () => {
  const folder = makeFolder()
  await makeIn(folder, given)
  writeFileSync(join(folder, article), 'A week of work')
  const { code, err } = await makeIn(folder, given)

  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is there already') })
  expect(readFileSync(join(folder, article), 'utf8')).toBe('A week of work')
})

test.each([
  ['no title', ['--title', ' ', '--topic', 'safety'], 'Give a title'],
  ['a topic there is not', ['--title', 'Is it safe?', '--topic', 'sport'], 'There is no topic "sport"'],
  ['a promise for a title', ['--title', 'The miracle drug', '--topic', 'safety'], '"miracle" may not be used'],
])('%s makes no file, and says why', async (_why, words, reason) => {
  const folder = makeFolder()
  const { code, err } = await makeIn(folder, words)

  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(reason) })
  expect(existsSync(join(folder, 'content'))).toBe(false)
})

test('nobody at the keyboard is not a title', async () => {
  expect(await makeIn(makeFolder(), [])).toMatchObject({ code: 1, err: expect.stringContaining('Give a title') })
})

test('explains itself', async () => {
  expect((await makeIn(makeFolder(), ['--help'])).out).toContain('npm run new:article')
})
