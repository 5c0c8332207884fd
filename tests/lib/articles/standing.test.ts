import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { findArticle } from '#lib/articles/library.ts'
import { articlesToRender, ingredientsOf, readStanding, writeStanding } from '#lib/articles/standing.ts'
import { makeArticle } from '#tests/support/article.ts'
import { makeFolder } from '#tests/support/folder.ts'

const repository = process.cwd()
const slugs = ['a', 'b', 'c', 'd']
let root = ''
beforeEach(() => {
  publish()
})

type Change = { titles?: Record<string, string>; texts?: Record<string, string>; more?: string[]; spanish?: string[] }

/** A project of four articles in reading order, in a folder of its own, because what was read once is kept. */
function publish({ titles = {}, texts = {}, more = [], spanish = [] }: Change = {}): void {
  root = makeFolder()
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  mkdirSync(join(root, '.contentlayer/library'), { recursive: true })
  mkdirSync(join(root, 'content/en/articles'), { recursive: true })
  const all = [...slugs, ...more]
  const entries = all.map((slug, day) =>
    makeArticle({ slug, path: `/articles/${slug}`, title: titles[slug] ?? slug, publishedOn: `2026-01-0${day + 1}` }),
  )
  const translated = spanish.map((slug) => ({ ...makeArticle({ slug, path: `/articles/${slug}` }), locale: 'es' }))
  writeFileSync(join(root, '.contentlayer/library/articles.json'), JSON.stringify([...entries, ...translated]))
  for (const slug of all) writeFileSync(join(root, `content/en/articles/${slug}.mdx`), texts[slug] ?? slug)
}

function ingredients(): Record<string, string> {
  return Object.fromEntries(slugs.map((slug) => [slug, ingredientsOf(findArticle('en', slug) ?? makeArticle())]))
}

function changedBy(change: Change): string[] {
  const before = ingredients()
  publish(change)
  const after = ingredients()
  return slugs.filter((slug) => before[slug] !== after[slug])
}

test('nothing changes when nothing was changed', () => {
  expect(changedBy({})).toEqual([])
})

test('new words make one page old', () => {
  expect(changedBy({ texts: { b: 'other words' } })).toEqual(['b'])
})

test('a new title makes the pages before and after old', () => {
  expect(changedBy({ titles: { b: 'Other' } })).toEqual(['a', 'c'])
})

test('a new article makes its neighbors old', () => {
  expect(changedBy({ more: ['e'] })).toEqual(['d'])
})

test('until a build says which pages stand, every article is rendered; then the others are', () => {
  expect(readStanding()).toEqual([])
  expect(articlesToRender('en').map(({ slug }) => slug)).toEqual(slugs)
  writeStanding(['/articles/a', '/articles/c'])
  expect(articlesToRender('en').map(({ slug }) => slug)).toEqual(['b', 'd'])
})

/** Who may look beyond the page's own article, and why its page still is as good as new. */
const readers = {
  'app/[locale]/articles/[slug]/page.tsx': 'reads its own article',
  'lib/articles/reading-order.ts': 'the neighbors, which count as ingredients',
  'lib/articles/standing.ts': 'the ingredients themselves',
  'lib/seo/feed.ts': 'lends a page the address of the feed, not what is in it',
  'lib/seo/address.ts': 'the languages that have the page, which count as ingredients',
}

test('no part of an article page looks at other articles unless that counts as an ingredient', () => {
  vi.restoreAllMocks()
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path) || !existsSync(join(repository, path))) return
    seen.add(path)
    const text = readFileSync(join(repository, path), 'utf8')
    for (const [, shared, own] of text.matchAll(/from '(?:#([^']+)|\.\/([^']+))'/g)) {
      visit(shared ?? join(path, '..', own ?? ''))
    }
  }
  visit('app/[locale]/layout.tsx')
  visit('app/[locale]/articles/[slug]/page.tsx')

  expect(seen.size).toBeGreaterThan(50)
  const found = [...seen].filter((path) =>
    /import \{[^}]*\b(articlesIn|pagesIn|findArticle|findPage)\b/.test(readFileSync(join(repository, path), 'utf8')),
  )
  expect(found.sort()).toEqual(Object.keys(readers).sort())
})
