import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { expect, test } from './site.ts'

test.use({ javaScriptEnabled: false })

/** From the home page to the sent page, with one mistake on the way. Returns the reference the visitor is given. */
async function travel(page: Page, name: string): Promise<string> {
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /research/i })
    .first()
    .click()
  await page.getByRole('main').getByRole('link', { name: 'Can ketamine help with alcohol addiction?' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Can ketamine help with alcohol addiction?')

  await page.getByRole('main').locator('a[href^="#ref-"]').first().click()
  await expect(page).toHaveURL(/#ref-/)
  const reference = page.locator(':target')
  await expect(reference).toBeInViewport()
  await expect(reference.getByRole('link').first()).toHaveAttribute('href', /^https:\/\/(doi\.org|pubmed)/)

  await page.getByRole('banner').getByRole('link', { name: 'Contact' }).click()
  await page.getByLabel('Me', { exact: true }).check()
  await page.getByLabel('What should we call you?').fill(name)
  await page.getByLabel('Phone call').check()
  await page.getByLabel('Phone number').fill('305-555-01')
  await page.getByRole('radio', { name: /^No, do not leave/ }).check()
  await page.getByLabel('Anything else?').fill('Could I talk to someone?\nAfter work is best.')
  await page.getByRole('button', { name: 'Check your answers' }).click()

  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('There is a problem')
  await summary.getByRole('link', { name: 'Enter a phone number with 10 digits, like 305-555-0134' }).click()
  const phone = page.getByLabel('Phone number')
  await expect(phone).toHaveAttribute('aria-invalid', 'true')
  await expect(phone).toHaveValue('305-555-01')
  await expect(page.getByLabel('What should we call you?')).toHaveValue(name)
  await expect(page.getByLabel('Anything else?')).toHaveValue('Could I talk to someone?\nAfter work is best.')

  await phone.fill('(305) 555 0134')
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before you send')
  await expect(page.getByText('(305) 555 0134')).toBeVisible()
  await page.getByRole('button', { name: 'Send to the clinic' }).click()

  await expect(page).toHaveTitle(/^Message sent/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your message')
  return /KW-[0-9A-Z]{5}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? 'no reference'
}

type Mail = { subject: string | undefined; text: string; html: string }

function expectMail({ subject, text, html }: Mail, name: string, reference: string): void {
  expect(subject).toBe(`New message ${reference}`)
  for (const body of [text, html]) {
    expect(body).toContain(name)
    expect(body).toContain('(305) 555 0134')
    expect(body).toContain('Could I talk to someone?')
    expect(body.indexOf('voicemail')).toBeGreaterThan(-1)
    expect(body.indexOf('voicemail')).toBeLessThan(body.indexOf('Could I talk to someone?'))
  }
}

test('A reader follows a citation, writes to the clinic, and the clinic finds it in the local mailbox', async ({
  page,
  site,
}) => {
  const reference = await travel(page, 'Ana')
  const mailbox = join(site.dataFolder, 'mailbox')
  const mails = async () => {
    const files = await readdir(mailbox).catch(() => [])
    return Promise.all(files.map(async (file) => PostalMime.parse(await readFile(join(mailbox, file)))))
  }

  const aboutThis = async () => (await mails()).filter(({ subject }) => subject?.includes(reference))
  await expect.poll(aboutThis).toHaveLength(1)
  const [mail] = await aboutThis()
  expectMail({ subject: mail?.subject, text: mail?.text ?? '', html: mail?.html ?? '' }, 'Ana', reference)
})

test.describe('With Resend', () => {
  test.use({ baseURL: async ({ mailed }, use) => use(mailed.site.origin) })

  test('the same journey ends in one e-mail at Resend', async ({ page, mailed }) => {
    const reference = await travel(page, 'Boris')

    await expect.poll(() => mailed.resend.mails().length).toBe(1)
    const { subject, text, html } = mailed.resend.mails()[0]?.payload ?? {}
    expectMail({ subject: String(subject), text: String(text), html: String(html) }, 'Boris', reference)
  })
})
