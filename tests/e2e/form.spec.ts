import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, test } from './site.ts'

test.use({ javaScriptEnabled: false })

async function fillByPhone(page: Page, name: string): Promise<void> {
  await page.goto('/contact')
  await page.getByLabel('Me', { exact: true }).check()
  await page.getByLabel('What should we call you?').fill(name)
  await page.getByLabel('Phone call').check()
  await page.getByLabel('Phone number').fill('305-555-0134')
  await page.getByRole('radio', { name: /^No, do not leave/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page).toHaveURL(/\/contact\/check/)
}

const send = (page: Page) => page.getByRole('button', { name: 'Send to the clinic' })
const referenceOn = async (page: Page) => /KW-[0-9A-Z]{5}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0]

test('An empty form names every problem once, and each name leads to its field', async ({ page }) => {
  await page.goto('/contact')
  await page.getByRole('button', { name: 'Check your answers' }).click()

  const links = page.getByRole('alert').getByRole('link')
  await expect(links).toHaveText([
    'Choose who this is about',
    'Tell us what to call you',
    'Choose how we should reach you',
  ])
  for (const link of await links.all()) {
    const id = (await link.getAttribute('href'))?.slice(1)
    await expect(page.locator(`[id="${id}"]`)).toBeVisible()
  }
})

test('Only the questions that belong to an answer are shown', async ({ page }) => {
  await page.goto('/contact')
  await expect(page.getByLabel('Phone number')).toBeHidden()
  await expect(page.getByLabel('E-mail address')).toBeHidden()

  await page.getByLabel('Phone call').check()
  await expect(page.getByLabel('Phone number')).toBeVisible()

  await page.getByRole('radio', { name: 'E-mail' }).check()
  await expect(page.getByLabel('Phone number')).toBeHidden()
  await expect(page.getByLabel('E-mail address')).toBeVisible()
})

test('A change from the check page keeps everything else that was typed', async ({ page }) => {
  await fillByPhone(page, 'Carla')
  await page
    .getByRole('link', { name: /^Change/ })
    .first()
    .click()
  await expect(page.getByLabel('What should we call you?')).toHaveValue('Carla')
  await expect(page.getByLabel('Phone number')).toHaveValue('305-555-0134')
})

test('Sending twice, and going back to send again, is one message with one reference', async ({ page }) => {
  await fillByPhone(page, 'Dora')
  await send(page).dblclick()
  await expect(page).toHaveURL(/\/contact\/sent/)
  const reference = await referenceOn(page)

  await page.goBack()
  if (await send(page).isVisible()) await send(page).click()
  await page.goto('/contact/sent')
  expect(await referenceOn(page)).toBe(reference)
})

test('The sent page can be loaded again, and another message gets another reference', async ({ page }) => {
  await fillByPhone(page, 'Ewa')
  await send(page).click()
  const first = await referenceOn(page)
  await page.reload()
  expect(await referenceOn(page)).toBe(first)

  await fillByPhone(page, 'Ewa again')
  await send(page).click()
  expect(await referenceOn(page)).not.toBe(first)
})

test('A message that cannot be stored is said to be not sent, stays on the page, and goes out on the next try', async ({
  page,
  site,
}) => {
  await fillByPhone(page, 'Fatima')
  const lock = new Database(join(site.dataFolder, 'clinic.db'))
  lock.exec('begin exclusive')
  const answered = page.waitForResponse((response) => response.url().endsWith('/contact/send'))
  await send(page).click()

  expect((await answered).status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your message was not sent')
  await expect(page.getByRole('main')).toContainText('Fatima')
  await expect(page.getByRole('main')).toContainText('Or call us')
  await expect(page.getByRole('main')).not.toContainText(/KW-/)

  lock.exec('rollback')
  lock.close()
  await page.getByRole('button', { name: 'Try to send again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your message')
})

test('Without a draft, the check and sent pages say so kindly', async ({ page }) => {
  for (const path of ['/contact/check', '/contact/sent']) {
    await page.goto(path)
    await expect(
      page
        .getByRole('link', { name: 'Start again' })
        .or(page.getByRole('heading', { name: 'Contact us' }))
        .first(),
    ).toBeVisible()
  }
})

test('Reading the form sets no cookie; sending sets one that scripts and other sites cannot use', async ({
  page,
  context,
}) => {
  await page.goto('/contact')
  expect(await context.cookies()).toEqual([])

  await fillByPhone(page, 'Gina')
  const cookies = await context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(cookies[0]?.value).not.toContain('Gina')
})
