import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './site.ts'

test('a visitor finds an article, however it is spelt', async ({ page }) => {
  await page.goto('/search')
  await page.getByLabel('What are you looking for?').fill('drinkng')
  await page.getByRole('button', { name: 'Search' }).click()
  await page
    .getByRole('link', { name: /alcohol addiction/ })
    .first()
    .click()
  await expect(page.locator('h1')).toContainText('alcohol')
})

test('a search that sounds like a crisis shows help before anything else', async ({ page }) => {
  await page.goto('/search?q=suiside')
  await expect(page.locator('main section').first().getByRole('link', { name: '988' })).toBeVisible()
})

test('a search that finds nothing says so kindly and shows other ways', async ({ page }) => {
  await page.goto('/search?q=zzzzzz')
  await expect(page.getByRole('heading', { name: 'We found nothing for “zzzzzz”' })).toBeVisible()
  await expect(page.locator('main').getByRole('link', { name: 'Contact the clinic' })).toBeVisible()
})

test('what was searched for is kept nowhere', async ({ page, site }) => {
  await page.goto('/search?q=verysecretword')
  await expect(page.locator('main')).toContainText('verysecretword')

  expect(site.printed()).not.toContain('verysecretword')
  for (const file of readdirSync(site.dataFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    expect(readFileSync(join(file.parentPath, file.name)).includes('verysecretword'), file.name).toBe(false)
  }
})

test('typed markup is shown as text', async ({ site }) => {
  const html = await (await fetch(`${site.origin}/search?q=${encodeURIComponent('<b id=x>')}`)).text()
  expect(html).not.toContain('<b id=x>')
})
