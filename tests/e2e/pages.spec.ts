import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { weigh } from '#tests/support/weigh.ts'
import { expect, finishedPages, otherPages, templatePages, test } from './site.ts'
import { findComplaints } from './valid-html.ts'

const BROTLI_BYTES_MAX = 14_000
const GZIP_BYTES_MAX = 14_600
const WHOLE_BYTES_MAX = 40_000
const FONTS_MAX = 2

async function read(origin: string, path: string): Promise<string> {
  return (await fetch(`${origin}${path}`)).text()
}

async function findViolations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
}

for (const path of [...finishedPages(), ...otherPages]) {
  test.describe(`The page ${path}`, () => {
    test('is one answer and at most two fonts, within its budget, and has no axe violation', async ({ page, site }) => {
      const urls: string[] = []
      page.on('request', (request) => urls.push(request.url()))
      await page.goto(path, { waitUntil: 'networkidle' })
      const fetched = urls.filter((url) => !url.startsWith('data:'))
      const fonts = fetched.filter((url) => url.endsWith('.woff2'))
      expect(fonts.length).toBeLessThanOrEqual(FONTS_MAX)
      expect(fetched.filter((url) => !fonts.includes(url))).toEqual([`${site.origin}${path}`])

      const html = await weigh(`${site.origin}${path}`, 'br')
      const zipped = await weigh(`${site.origin}${path}`, 'gzip')
      const fontBytes = await Promise.all(fonts.map(async (url) => (await weigh(url, 'identity')).bytes))
      expect(html.bytes).toBeLessThanOrEqual(BROTLI_BYTES_MAX)
      expect(zipped.bytes).toBeLessThanOrEqual(GZIP_BYTES_MAX)
      expect(fontBytes.reduce((sum, bytes) => sum + bytes, html.bytes)).toBeLessThanOrEqual(WHOLE_BYTES_MAX)
      expect(await findViolations(page)).toEqual([])
    })

    test('has no script, no style attribute and nothing that waits for a script', async ({ site }) => {
      const html = await read(site.origin, path)
      expect(html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')).not.toMatch(/<script/)
      expect(html).not.toMatch(/<template|<noscript|\sstyle="|\son[a-z]+="|<div hidden/)
      expect(html).not.toContain('/_next/')
    })

    test('is valid HTML', async ({ site }) => {
      expect(await findComplaints(await read(site.origin, path))).toEqual([])
    })

    test('names itself, speaks its language, has one main heading and shows where to get help now', async ({
      site,
    }) => {
      const html = await read(site.origin, path)
      expect(html).toMatch(/<title>[^<]{5,}<\/title>/)
      expect(html).toMatch(/<html lang="en"/)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(html).toContain('href="tel:911"')
      expect(html).toContain('href="tel:988"')
    })

    test('has no link that leads nowhere on this site', async ({ site }) => {
      const html = await read(site.origin, path)
      const links = new Set([...html.matchAll(/<a\b[^>]*\shref="([/#][^"]*)"/g)].map(([, href = '']) => href))
      for (const href of links) {
        const { pathname, search, hash } = new URL(href.replaceAll('&amp;', '&'), `${site.origin}${path}`)
        const answer = href.startsWith('#') ? html : await found(`${site.origin}${pathname}${search}`)
        expect(answer, `${pathname} is not a page`).not.toBe('')
        if (hash) expect(answer, `${href} has no such section`).toContain(`id="${decodeURIComponent(hash.slice(1))}"`)
      }
    })
  })
}

const pagesFound = new Map<string, Promise<string>>()

function found(url: string): Promise<string> {
  const known = pagesFound.get(url) ?? fetch(url).then((answer) => (answer.ok ? answer.text() : ''))
  pagesFound.set(url, known)
  return known
}

for (const path of [...templatePages(), ...otherPages]) {
  for (const view of [{ colorScheme: 'dark' }, { media: 'print' }] as const) {
    test(`The page ${path} has no axe violation in ${Object.values(view)[0]}`, async ({ page }) => {
      await page.emulateMedia(view)
      await page.goto(path)
      expect(await findViolations(page)).toEqual([])
    })
  }
}
