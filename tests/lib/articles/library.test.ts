import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { articlesIn, findArticle, findPage, pagesIn } from '#lib/articles/library.ts'
import { makeFolder } from '#tests/support/folder.ts'

let root = ''
beforeEach(() => {
  root = makeFolder()
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  mkdirSync(join(root, '.contentlayer/library'), { recursive: true })
})

let age = 0
/** Writes a list as the content build does, each time with another time of change. */
function publish(name: string, entries: { locale: string; slug: string }[]): void {
  const file = join(root, `.contentlayer/library/${name}.json`)
  writeFileSync(file, JSON.stringify(entries))
  age += 1
  utimesSync(file, age, age)
}

test('an article is found in its own language only', () => {
  publish('articles', [
    { locale: 'en', slug: 'one' },
    { locale: 'es', slug: 'uno' },
  ])
  expect(articlesIn('en').map(({ slug }) => slug)).toEqual(['one'])
  expect(findArticle('es', 'uno')).toMatchObject({ slug: 'uno' })
  expect(findArticle('en', 'uno')).toBeUndefined()
  expect(articlesIn('fr')).toEqual([])
})

test('articles and pages do not mix', () => {
  publish('articles', [{ locale: 'en', slug: 'one' }])
  publish('pages', [{ locale: 'en', slug: 'safety' }])
  expect(findPage('en', 'one')).toBeUndefined()
  expect(pagesIn('en')).toEqual([findPage('en', 'safety')])
})

test('a new list is seen without a restart', () => {
  publish('articles', [{ locale: 'en', slug: 'one' }])
  expect(findArticle('en', 'two')).toBeUndefined()
  publish('articles', [{ locale: 'en', slug: 'two' }])
  expect(findArticle('en', 'two')).toBeDefined()
  expect(findArticle('en', 'one')).toBeUndefined()
})
