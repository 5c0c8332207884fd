import { expect, test } from 'vitest'
import robots from '#app/robots.ts'
import sitemap from '#app/sitemap.ts'
import { articlesIn } from '#lib/articles/library.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'

isolateProcess({ SITE_ORIGIN: 'https://clinic.example' })

test('every address in the sitemap is whole and stands there once', () => {
  const urls = sitemap().map(({ url }) => url)
  expect(urls.filter((url) => !url.startsWith('https://clinic.example/'))).toEqual([])
  expect(new Set(urls).size).toBe(urls.length)
})

test('an article tells when it last changed and in which languages it can be read', () => {
  const [article] = articlesIn('en')
  const url = `https://clinic.example${article?.path}`
  expect(sitemap().find((entry) => entry.url === url)).toEqual({
    url,
    lastModified: article?.updatedOn,
    alternates: { languages: { en: url, 'x-default': url } },
  })
})

test('robots are welcome, and are told where the sitemap is', () => {
  expect(robots()).toEqual({
    rules: { userAgent: '*', allow: '/' },
    sitemap: 'https://clinic.example/sitemap.xml',
  })
})
