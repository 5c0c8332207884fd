import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED } from '#lib/articles/generated.ts'
import { writeStanding } from '#lib/articles/standing.ts'
import { type Locale, locales } from '#lib/locale.ts'
import { indexEntries } from '#lib/search/engine.ts'
import { compileBodies } from './bodies.ts'
import { type Judged, judgeContent } from './judge.ts'
import type { JudgedPage, Outline } from './judged-page.ts'
import { addressOf } from './link.ts'
import type { Kind, Manuscript } from './manuscript.ts'
import type { Problem } from './problem.ts'
import { searchEntriesOf } from './search-entry.ts'

type JudgedContent = Extract<Judged, { kind: 'judged' }>
type Listed = (Omit<JudgedContent, 'kind'> & { kind: 'built' }) | { kind: 'refused'; problems: Problem[] }
type Built = Listed | { kind: 'broken'; output: string }

/**
 * Judges every content file, has Contentlayer compile the bodies, and writes the lists that hold none.
 *
 * Wrong fields are refused. Broken rules are reported, and whoever asked decides: an author at work wants to see
 * the page all the same, a release does not.
 */
export async function buildContent(root: string, today: string): Promise<Built> {
  // Begun first: it is another process, and works while this one judges.
  const compiling = compileBodies(root)
  const judged = judgeContent(root, today)
  const compiled = await compiling
  if (judged.kind === 'judged' && !compiled.isDone) return { kind: 'broken', output: compiled.output }
  return shelve(root, judged)
}

/** The same without the bodies, for a build that has them compiled meanwhile. */
export function buildLists(root: string, today: string): Listed {
  return shelve(root, judgeContent(root, today))
}

function shelve(root: string, judged: Judged): Listed {
  if (judged.kind === 'refused') return judged
  writeLibrary(root, judged)
  return { ...judged, kind: 'built' }
}

const shelves = { article: 'articles', page: 'pages', study: 'studies', source: 'sources' } as const

function writeLibrary(root: string, { pages, records }: Pick<JudgedContent, 'pages' | 'records'>): void {
  const folder = join(root, GENERATED, 'library')
  mkdirSync(folder, { recursive: true })
  writeStanding([], root)
  const entries = [
    ...pages.map(({ outline }) => ({ kind: outline.kind, entry: pageEntry(outline) })),
    ...records.map(recordEntry),
  ]
  for (const [kind, name] of Object.entries(shelves)) {
    const shelf = entries.filter((one) => one.kind === kind).map(({ entry }) => entry)
    writeWhole(join(folder, `${name}.json`), shelf.sort(byNewest))
  }
  const glossaries = records.filter(({ kind }) => kind === 'glossary')
  writeWhole(
    join(folder, 'glossary.json'),
    Object.fromEntries(glossaries.map(({ locale, data }) => [locale, data.terms])),
  )
  writeWhole(join(folder, 'search.json'), searchIndexesOf(pages, records))
  writeWhole(join(folder, 'clinic.json'), records.find(({ kind }) => kind === 'clinic')?.data ?? null)
}

/** A page being rendered must never read half a list. */
function writeWhole(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value))
  renameSync(`${path}.new`, path)
}

function searchIndexesOf(pages: JudgedPage[], records: Manuscript[]): Record<string, unknown> {
  const indexOf = (locale: Locale) => {
    const written = pages.filter(({ outline }) => outline.locale === locale).map(({ search }) => search)
    return indexEntries(searchEntriesOf(written, records, locale))
  }
  return Object.fromEntries(locales.map((locale) => [locale, indexOf(locale)]))
}

type Entry = { kind: Kind; entry: Record<string, unknown> }

const recordEntry = ({ kind, slug, data }: Manuscript): Entry => ({ kind, entry: { ...data, id: slug } })

function pageEntry(outline: Outline): Record<string, unknown> {
  const { data, locale, slug, headings, citations, questions } = outline
  return { ...data, locale, slug, path: addressOf(outline), headings, citations, questions }
}

const byNewest = (one: { publishedOn?: unknown }, other: { publishedOn?: unknown }) =>
  String(other.publishedOn ?? '').localeCompare(String(one.publishedOn ?? ''))
