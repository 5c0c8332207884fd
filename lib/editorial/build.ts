import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { citationsOf } from '#lib/articles/citation.ts'
import { GENERATED } from '#lib/articles/generated.ts'
import { sectionsOf } from '#lib/articles/heading.ts'
import { locales } from '#lib/locale.ts'
import { indexEntries } from '#lib/search/engine.ts'
import { type Kind, type Manuscript, readManuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { searchEntriesOf } from './search-entry.ts'

type Built =
  | { kind: 'built'; manuscripts: Manuscript[] }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'broken'; output: string }

const shelves = { article: 'articles', page: 'pages', study: 'studies', source: 'sources' } as const

/** Judges every content file, has Contentlayer compile the bodies, and writes the lists that hold none. */
export async function buildContent(root = process.cwd()): Promise<Built> {
  const readings = contentFiles(root).flatMap(
    (path) => readManuscript(path, readFileSync(join(root, path), 'utf8')) ?? [],
  )
  const problems = readings.flatMap((reading) => (reading.kind === 'refused' ? reading.problems : []))
  if (problems.length > 0) return { kind: 'refused', problems }

  const manuscripts = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.manuscript] : []))
  const compiled = await runContentlayer(root)
  if (!compiled.isDone) return { kind: 'broken', output: compiled.output }

  writeLibrary(root, manuscripts)
  return { kind: 'built', manuscripts }
}

function contentFiles(root: string): string[] {
  return readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(mdx|yaml)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Its command may print an error and still exit with 0, so only its closing line counts as success. */
function runContentlayer(root: string): Promise<{ isDone: boolean; output: string }> {
  const command = join(root, 'node_modules/contentlayer2/bin/cli.cjs')
  // Contentlayer 0.5.8 trusts PWD over its working directory, and a parent process may have left another one there.
  const env = { PWD: root, NODE_ENV: 'production' } as const
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, 'build', '-c', 'content/contentlayer.config.ts'],
      { cwd: root, env },
      (error, stdout, stderr) => {
        const output = stripVTControlCharacters(stdout + stderr).trim()
        resolve({ isDone: error === null && /^Generated \d+ documents/m.test(output), output })
      },
    )
  })
}

function writeLibrary(root: string, manuscripts: Manuscript[]): void {
  const folder = join(root, GENERATED, 'library')
  mkdirSync(folder, { recursive: true })
  for (const [kind, name] of Object.entries(shelves)) {
    const entries = manuscripts.filter((manuscript) => manuscript.kind === kind).map(entryOf)
    writeWhole(join(folder, `${name}.json`), entries.sort(byNewest))
  }
  writeWhole(join(folder, 'clinic.json'), manuscripts.find(({ kind }) => kind === 'clinic')?.data ?? null)
  writeWhole(join(folder, 'glossary.json'), glossariesIn(manuscripts))
  writeWhole(join(folder, 'search.json'), searchIndexesOf(manuscripts))
}

function glossariesIn(manuscripts: Manuscript[]): Record<string, unknown> {
  const glossaries = manuscripts.filter(({ kind }) => kind === 'glossary')
  return Object.fromEntries(glossaries.map(({ locale, data }) => [locale, data.terms]))
}

function searchIndexesOf(manuscripts: Manuscript[]): Record<string, unknown> {
  return Object.fromEntries(locales.map((locale) => [locale, indexEntries(searchEntriesOf(manuscripts, locale))]))
}

/** A page being rendered must never read half a list. */
function writeWhole(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value))
  renameSync(`${path}.new`, path)
}

const addresses = { article: '/articles/', page: '/' } as const satisfies Partial<Record<Kind, string>>

export function entryOf({ kind, slug, locale, data, tree }: Manuscript): Record<string, unknown> {
  if (kind !== 'article' && kind !== 'page') return { ...data, id: slug }
  const path = `${addresses[kind]}${slug}`
  return { ...data, locale, slug, path, headings: sectionsOf(tree), citations: citationsOf(tree) }
}

const byNewest = (one: { publishedOn?: unknown }, other: { publishedOn?: unknown }) =>
  String(other.publishedOn ?? '').localeCompare(String(one.publishedOn ?? ''))
