import { expect, finishedPages, test } from './site.ts'

/** The build wrote the public address into every page; the tests serve the same pages from another port. */
const pathOf = (address: string) => new URL(address).pathname

async function contentOf(origin: string, path: string): Promise<string> {
  const answer = await fetch(`${origin}${path}`)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const attributeIn = (html: string, tag: RegExp) => tag.exec(html)?.[1] ?? ''
const canonicalIn = (html: string) => pathOf(attributeIn(html, /<link rel="canonical" href="([^"]*)"/))
const isKeptOut = (html: string) => /<meta name="robots" content="noindex/.test(html)

test('The sitemap lists every page that may be found, and each is its own one address', async ({ site }) => {
  const sitemap = await contentOf(site.origin, '/sitemap.xml')
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => pathOf(address))
  for (const path of listed) expect(canonicalIn(await contentOf(site.origin, path))).toBe(path)

  for (const path of finishedPages()) {
    if (!isKeptOut(await contentOf(site.origin, path))) expect(listed, 'the sitemap').toContain(path)
  }
})

test('Every finished page has words, a picture and a feed for those it is shared with', async ({ site }) => {
  for (const path of finishedPages()) {
    const html = await contentOf(site.origin, path)
    for (const property of ['og:title', 'og:description', 'og:url', 'og:site_name', 'og:image:alt'])
      expect(html, `${property} of ${path}`).toMatch(new RegExp(`<meta property="${property}" content="[^"]+"`))
    expect(html).toContain('<link rel="alternate" type="application/atom+xml" href="/feed.xml"')
    expect(html).toMatch(/<link rel="alternate" hrefLang="x-default"/)

    const image = pathOf(attributeIn(html, /<meta property="og:image" content="([^"]*)"/))
    const { status, headers } = await fetch(`${site.origin}${image}`, { method: 'HEAD' })
    expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'image/png'])
    expect(headers.get('cache-control')).toContain('immutable')
  }
})

test('No two pages have the same title', async ({ site }) => {
  const titles = new Map<string, string>()
  for (const path of finishedPages()) {
    const title = attributeIn(await contentOf(site.origin, path), /<title>([^<]*)<\/title>/)
    expect(titles.get(title), `${path} has the title of another page`).toBeUndefined()
    titles.set(title, path)
  }
})

test('What a page tells machines can be read, and claims no review that did not take place', async ({ site }) => {
  for (const path of finishedPages()) {
    const html = await contentOf(site.origin, path)
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
    expect(scripts, path).toHaveLength(1)
    const things = JSON.parse(scripts[0]?.[1] ?? '')['@graph']
    const page = things.find((thing: { '@type': string }) => thing['@type'] === 'MedicalWebPage')
    const isReviewed = !html.includes('Not yet reviewed by a clinician')
    if (page) expect(Object.hasOwn(page, 'lastReviewed'), path).toBe(isReviewed)
  }
})

test('The hub answers its questions for machines in the words of the page', async ({ page }) => {
  await page.goto('/articles/ketamine-for-addiction')
  const [faq] = await page
    .locator('script[type="application/ld+json"]')
    .evaluateAll((scripts) =>
      scripts
        .flatMap((script) => JSON.parse(script.textContent ?? '')['@graph'])
        .filter((thing) => thing['@type'] === 'FAQPage'),
    )
  const asked = faq.mainEntity.map(({ name }: { name: string }) => name)
  await expect(page.getByRole('heading', { level: 3 }).filter({ hasText: asked[0] })).toBeVisible()
  expect(asked.length).toBeGreaterThanOrEqual(5)
  for (const { acceptedAnswer } of faq.mainEntity) expect(acceptedAnswer.text.length).toBeGreaterThan(20)
})

test('A browser can read the feed and the sitemap as XML, and every entry leads to a page', async ({ page, site }) => {
  for (const path of ['/feed.xml', '/sitemap.xml']) {
    const text = await contentOf(site.origin, path)
    const error = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
      text,
    )
    expect(error, path).toBeUndefined()
  }
  const entries = [...(await contentOf(site.origin, '/feed.xml')).matchAll(/<entry>[\s\S]*?<id>(.*?)<\/id>/g)]
  for (const [, id = ''] of entries) await contentOf(site.origin, pathOf(id))
})

test('The pages of one visitor are kept out of search engines, and the form is not', async ({ site }) => {
  for (const path of ['/contact/check', '/contact/sent', '/search?q=alcohol'])
    expect(isKeptOut(await contentOf(site.origin, path)), path).toBe(true)
  expect(isKeptOut(await contentOf(site.origin, '/contact'))).toBe(false)
})

test('On paper every outside link shows where it leads', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto('/articles/can-ketamine-help-with-alcohol-addiction')
  const printed = await page
    .locator('main a[href^="http"]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content]))
  expect(printed.length).toBeGreaterThan(10)
  for (const [href, words] of printed) expect(words).toContain(href)
})

test('A reader can go up, back and on from an article', async ({ page }) => {
  await page.goto('/articles/is-ketamine-addictive')
  const onward = page.getByRole('navigation', { name: 'More articles' }).getByRole('link')
  await onward.last().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Is ketamine addictive?')
  await page.getByRole('navigation', { name: 'More articles' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is ketamine addictive?')

  await page.getByRole('navigation', { name: 'Where this page is' }).getByRole('link').last().click()
  await expect(page).toHaveURL(/\/articles#safety$/)
})
