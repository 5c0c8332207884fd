import AxeBuilder from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { weigh } from '#tests/support/weigh.ts'
import { expect, finishedPages, otherPages, test } from './site.ts'

const BROTLI_BYTES_MAX = 14_000
const GZIP_BYTES_MAX = 14_600
const WHOLE_BYTES_MAX = 40_000
const FONTS_MAX = 2

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // React writes names, void elements and booleans its own, valid way.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Telephone numbers are kept on one line by the stylesheet, so that they can still be copied as they are.
    'tel-non-breaking': 'off',
    // Boxes of one question share its name; that is how a form sends several answers to it.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
  },
})

for (const path of [...finishedPages(), ...otherPages]) {
  test.describe(`The page ${path}`, () => {
    test('is one answer and at most two fonts, within its budget', async ({ page, site }) => {
      const urls: string[] = []
      page.on('request', (request) => urls.push(request.url()))
      await page.goto(path, { waitUntil: 'networkidle' })
      const fetched = urls.filter((url) => !url.startsWith('data:'))
      const fonts = fetched.filter((url) => url.endsWith('.woff2'))
      expect(fonts.length).toBeLessThanOrEqual(FONTS_MAX)
      expect(fetched.filter((url) => !fonts.includes(url)).filter((url) => url !== `${site.origin}${path}`)).toEqual([])

      const html = await weigh(`${site.origin}${path}`, 'br')
      const zipped = await weigh(`${site.origin}${path}`, 'gzip')
      const fontBytes = await Promise.all(fonts.map(async (url) => (await weigh(url, 'identity')).bytes))
      expect(html.bytes).toBeLessThanOrEqual(BROTLI_BYTES_MAX)
      expect(zipped.bytes).toBeLessThanOrEqual(GZIP_BYTES_MAX)
      expect(fontBytes.reduce((sum, bytes) => sum + bytes, html.bytes)).toBeLessThanOrEqual(WHOLE_BYTES_MAX)
    })

    test('has no script, no style attribute and nothing that waits for a script', async ({ site }) => {
      const html = await (await fetch(`${site.origin}${path}`)).text()
      expect(html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')).not.toMatch(/<script/)
      expect(html).not.toMatch(/<template|<noscript|\sstyle="|\son[a-z]+="|<div hidden/)
      expect(html).not.toContain('/_next/')
    })

    test('is valid HTML', async ({ site }) => {
      const html = await (await fetch(`${site.origin}${path}`)).text()
      const report = await validator.validateString(html)
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
        ),
      ).toEqual([])
    })

    for (const view of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }] as const) {
      test(`has no axe violation in ${Object.values(view)[0]}`, async ({ page }) => {
        await page.emulateMedia(view)
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([])
      })
    }

    test('names itself, speaks its language and has one main heading', async ({ page }) => {
      await page.goto(path)
      await expect(page).toHaveTitle(/.{5,}/)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expect(page.locator('h1')).toHaveCount(1)
    })

    test('shows where to get help now', async ({ page }) => {
      await page.goto(path)
      await expect(page.locator('a[href="tel:911"]').first()).toBeVisible()
      await expect(page.locator('a[href="tel:988"]').first()).toBeVisible()
    })

    test('has no link that leads nowhere on this site', async ({ page, site }) => {
      await page.goto(path)
      const links = await page
        .locator('a[href^="/"], a[href^="#"]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      for (const link of new Set(links)) {
        const { pathname, hash } = new URL(link)
        const answer =
          pathname === new URL(page.url()).pathname
            ? await page.content()
            : await fetch(`${site.origin}${pathname}`).then((r) => (r.ok ? r.text() : ''))
        expect(answer, `${pathname} is not a page`).not.toBe('')
        if (hash) expect(answer, `${link} has no such section`).toContain(`id="${decodeURIComponent(hash.slice(1))}"`)
      }
    })
  })
}
