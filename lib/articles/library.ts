import { readGenerated } from './generated.ts'
import type { Article, Page } from './schema.ts'

export type { Article, Page }

type Shelf<Entry> = { entries: Entry[]; bySlug: Map<string, Entry> }

/** Every page asks for itself by name: looked up in a list, ten thousand pages would make a hundred million steps. */
const shelves = new WeakMap<object, Map<string, Shelf<Article | Page>>>()

function shelfOf<Entry extends Article | Page>(name: string, locale: string): Shelf<Entry> {
  const all = readGenerated<Entry[]>(`library/${name}.json`)
  const known = shelves.get(all) ?? new Map<string, Shelf<Article | Page>>()
  shelves.set(all, known)

  const shelf = known.get(locale) ?? arrange(all.filter((entry) => entry.locale === locale))
  known.set(locale, shelf)
  return shelf as Shelf<Entry>
}

function arrange<Entry extends Article | Page>(entries: Entry[]): Shelf<Entry> {
  return { entries, bySlug: new Map(entries.map((entry) => [entry.slug, entry])) }
}

/** Every article of a language without its body, newest first. */
export function articlesIn(locale: string): Article[] {
  return shelfOf<Article>('articles', locale).entries
}

export function findArticle(locale: string, slug: string): Article | undefined {
  return shelfOf<Article>('articles', locale).bySlug.get(slug)
}

/** Every standing page of a language without its body. */
export function pagesIn(locale: string): Page[] {
  return shelfOf<Page>('pages', locale).entries
}

export function findPage(locale: string, slug: string): Page | undefined {
  return shelfOf<Page>('pages', locale).bySlug.get(slug)
}
