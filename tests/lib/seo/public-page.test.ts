import { expect, test } from 'vitest'
import { articlesIn, pagesIn } from '#lib/articles/library.ts'
import { publicPages } from '#lib/seo/public-page.ts'

const paths = publicPages().map(({ path }) => path)

test('every article and every standing page is listed, once', () => {
  const written = [...articlesIn('en'), ...pagesIn('en')].map(({ path }) => path)
  expect(written.filter((path) => !paths.includes(path))).toEqual([])
  expect(new Set(paths).size).toBe(paths.length)
})

test('a written page tells the day it last changed', () => {
  const [article] = articlesIn('en')
  expect(publicPages().find(({ path }) => path === article?.path)?.updatedOn).toBe(article?.updatedOn)
})

test('a visitor’s own pages and the search are not offered to search engines', () => {
  expect(paths.filter((path) => /^\/(search|problem|contact\/.+)$/.test(path))).toEqual([])
})
