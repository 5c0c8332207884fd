import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { brotliQualityFor, clearSite, forgetUnused, SITE_FOLDER, writeSiteFile } from '#lib/server/site-folder.ts'
import { makeFolder } from '#tests/support/folder.ts'

const page = Buffer.from('<p>Hello.</p>'.repeat(50))
const kept = (project: string) => readdirSync(join(project, '.next/cache/compressed')).sort()
const siteFile = (project: string, name: string) => readFileSync(join(project, SITE_FOLDER, name))

test('a page stands beside its compressed forms, and both give it back', async () => {
  const project = makeFolder()
  await writeSiteFile(project, 'articles/one.html', page)

  expect(siteFile(project, 'articles/one.html')).toEqual(page)
  expect(brotliDecompressSync(siteFile(project, 'articles/one.html.br'))).toEqual(page)
  expect(gunzipSync(siteFile(project, 'articles/one.html.gz'))).toEqual(page)
})

test('what is compressed already is left as it is', async () => {
  const project = makeFolder()
  expect(await writeSiteFile(project, 'font.woff2', page)).toEqual([])
  expect(readdirSync(join(project, SITE_FOLDER))).toEqual(['font.woff2'])
})

test('a page that did not change is not compressed again, even after the site was cleared', async () => {
  const project = makeFolder()
  const [form = ''] = await writeSiteFile(project, 'one.html', page)
  writeFileSync(join(project, '.next/cache/compressed', form), 'from the first build')
  await clearSite(project)
  await writeSiteFile(project, 'one.html', page)

  expect(siteFile(project, 'one.html.br').toString()).toBe('from the first build')
})

test('a page that changed is', async () => {
  const project = makeFolder()
  await writeSiteFile(project, 'one.html', page)
  await writeSiteFile(project, 'one.html', Buffer.from('Changed.'))
  expect(brotliDecompressSync(siteFile(project, 'one.html.br')).toString()).toBe('Changed.')
})

test('forms that no page uses any more are forgotten', async () => {
  const project = makeFolder()
  await writeSiteFile(project, 'one.html', page)
  const used = await writeSiteFile(project, 'one.html', Buffer.from('Changed.'))
  await forgetUnused(project, used)
  expect(kept(project)).toEqual(used.toSorted())
})

test('a clinic with a hundred pages gets the smallest files, one with a thousand a build it need not wait for', () => {
  expect(brotliQualityFor(100)).toBe(11)
  expect(brotliQualityFor(1_000)).toBe(6)
})

test('another quality is compressed anew', async () => {
  const project = makeFolder()
  const [best] = await writeSiteFile(project, 'one.html', page)
  const [quick] = await writeSiteFile(project, 'one.html', page, 6)
  expect(quick).not.toBe(best)
  expect(brotliDecompressSync(siteFile(project, 'one.html.br'))).toEqual(page)
})

test('in a large site too, a page that would not fit into the first flight is compressed best', async () => {
  const project = makeFolder()
  const sizes = async (text: string) => {
    for (const quality of [6, 11]) await writeSiteFile(project, `at-${quality}.html`, Buffer.from(text), quality)
    return [6, 11].map((quality) => siteFile(project, `at-${quality}.html.br`).length)
  }
  const words = (count: number) => Array.from({ length: count }, (_, number) => `<p>${number ** 2} ways`).join('')

  const [quick = 0, best = 0] = await sizes(words(500))
  expect(quick).toBeGreaterThan(best)
  const [largeQuick = 0, largeBest = 0] = await sizes(words(20_000))
  expect(largeBest).toBeGreaterThan(14_000)
  expect(largeQuick).toBe(largeBest)
})

test('a page that stands is handed over before the rest is cleared', async () => {
  const project = makeFolder()
  await writeSiteFile(project, 'one.html', page)
  await writeSiteFile(project, 'two.html', page)
  expect(await clearSite(project, ['one.html'])).toEqual(new Map([['one.html', page]]))
  expect(() => siteFile(project, 'one.html')).toThrow()
})

test('pages with the same bytes can be written at once', async () => {
  const project = makeFolder()
  const pages = Array.from({ length: 60 }, (_, number) => `page-${number}.html`)

  const used = await Promise.all(pages.map((path) => writeSiteFile(project, path, page)))
  expect(new Set(used.flat()).size).toBe(2)
})
