import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyProject } from '#tests/bench/project-copy.ts'
import { sized } from '#tests/support/faults.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const ARTICLES = 'content/en/articles'
const title = /^title: "?(.*?)"?$/m
let project = ''
let first = ''
let second = ''

beforeAll(async () => {
  project = await copyProject()
  const [one = '', two = ''] = readdirSync(join(project, ARTICLES)).sort()
  first = join(ARTICLES, one)
  second = join(ARTICLES, two)
  await build()
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

const build = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['lib/cli/build.ts', ...words], {
    cwd: project,
    env: { PATH: process.env.PATH, PWD: project, NODE_ENV: 'production', DATA_DIR: join(project, 'data') },
  })

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(join(project, path), 'utf8')
  expect(change(text)).not.toBe(text)
  writeFileSync(join(project, path), change(text))
}

/** Every file of the finished site by a hash of its bytes, compressed forms and pictures included. */
function site(): Record<string, string> {
  const folder = join(project, '.next/site')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

const standing = (): string[] => JSON.parse(readFileSync(join(project, '.contentlayer/library/standing.json'), 'utf8'))
const articles = () => readdirSync(join(project, ARTICLES)).length

const edits: { name: string; change: () => void; rendered: (count: number) => boolean }[] = [
  {
    name: 'a word of a body',
    change: () => edit(first, (text) => text.replace(/\b(we)\b/, '$1 also')),
    rendered: (count) => count === 1,
  },
  {
    name: 'a title, which its neighbors show',
    change: () => edit(first, (text) => text.replace(title, 'title: "Once more. $1"')),
    rendered: (count) => count >= 2 && count <= 3,
  },
  {
    name: 'the list by a new article',
    change: () => {
      const text = readFileSync(join(project, second), 'utf8')
      writeFileSync(join(project, ARTICLES, 'new.mdx'), text.replace(title, 'title: "New. $1"'))
    },
    rendered: (count) => count >= 2 && count <= 3,
  },
  {
    name: 'the list by taking one article out',
    change: () => rmSync(join(project, ARTICLES, 'new.mdx')),
    rendered: (count) => count >= 1 && count <= 2,
  },
  {
    name: 'the record of a study',
    change: () => edit('content/evidence/grabski-2022-kare.yaml', (text) => text.replace(/^year: 2022/m, 'year: 2021')),
    rendered: (count) => count === articles(),
  },
  {
    name: 'a fact about the clinic',
    change: () =>
      edit('content/clinic.yaml', (text) => text.replace('Ketamine & Wellness Clinic of South', 'Clinic of South')),
    rendered: (count) => count === articles(),
  },
  {
    name: 'a component',
    change: () => edit('components/article/more-articles.tsx', (text) => text.replace('gap-6', 'gap-4')),
    rendered: (count) => count === articles(),
  },
]

const isFull = sized({ quick: 0, full: 1 }) === 1
/** The quick form builds cold once, after the last of the edits that leave pages standing. */
const compared = isFull ? edits.map(({ name }) => name) : ['the list by taking one article out']

test.each(isFull ? edits : edits.slice(0, 4))(
  'after changing $name the site is, byte for byte, the one that a cold build makes',
  async ({ name, change, rendered }) => {
    change()
    await build()
    expect(rendered(articles() - standing().length)).toBe(true)
    if (!compared.includes(name)) return
    const built = site()

    for (const made of ['.next', '.contentlayer']) rmSync(join(project, made), { recursive: true })
    await build()
    expect(built).toEqual(site())
  },
)

test('a build that was stopped half-way is not built upon', async () => {
  rmSync(join(project, '.next/last-build.json'))
  edit(first, (text) => text.replace(/\b(we)\b/, '$1 too'))
  await build()
  expect(standing()).toEqual([])
})
