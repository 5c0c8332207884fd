import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startCluster } from '#tests/support/postgres-cluster.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { letIn } from '#tests/support/signed-in.ts'
import { main, notice, press } from './inbox.ts'
import { expect, test } from './site.ts'
import { enrol, linkIn, plugIn, signInByPasskey } from './staff.ts'

type Place = { settings: Record<string, string>; databaseOf: (site: RunningServer) => string; end: () => Promise<void> }

const engines: Record<string, () => Promise<Place>> = {
  SQLite: async () => ({ settings: {}, databaseOf: ({ databasePath }) => databasePath, end: async () => {} }),
  async PostgreSQL() {
    const cluster = await startCluster()
    const url = cluster.urlOf('postgres')
    return { settings: { DATABASE_URL: url }, databaseOf: () => url, end: cluster.remove }
  },
}

for (const [engine, findPlace] of Object.entries(engines)) {
  test(`On ${engine}, somebody writes, and the staff answer: from the form to the end of it`, async ({
    page,
    browser,
  }) => {
    test.slow()
    const place = await findPlace()
    const site = await startServer(place.settings)
    try {
      const visitor = await browser.newPage({ baseURL: site.origin, javaScriptEnabled: false })
      const manager = await browser.newPage({ baseURL: site.origin })
      await signUp(manager, site)
      const { name } = await letIn({ ...site, databasePath: place.databaseOf(site) }, { name: 'Second colleague' })

      const reference = await writeByForm(visitor, 'Could I talk to somebody?')
      await answer(manager, reference, name)
      const offer = await writeByForm(visitor, 'We sell SEO services that put you on page one of Google.')
      await release(manager, site, offer)
      await readAudit(manager, reference)
      await remove(manager, offer)
      await page.close()
    } finally {
      await site.remove()
      await place.end()
    }
  })
}

/** From the link in the terminal to a second sign-in with the passkey. */
async function signUp(page: Page, site: RunningServer): Promise<void> {
  await plugIn(page)
  const codes = await enrol(page, linkIn(site.printed()))
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signInByPasskey(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting')
  await expect(main(page)).toContainText('Nobody is waiting.')
}

async function writeByForm(page: Page, message: string): Promise<string> {
  await page.goto('/contact')
  await page.getByLabel('Me', { exact: true }).check()
  await page.getByLabel('What should we call you?').fill('Jo Reader')
  await page.getByLabel('Phone call').check()
  await page.getByLabel('Phone number').fill('(305) 555 0134')
  await page.getByRole('radio', { name: /^No, do not leave/ }).check()
  await page.getByLabel('Anything else?').fill(message)
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send to the clinic' }).click()
  return /KW-[0-9A-Z]{5}/.exec((await main(page).textContent()) ?? '')?.[0] ?? 'no reference'
}

async function answer(page: Page, reference: string, colleague: string): Promise<void> {
  await page.goto('/staff')
  const line = page.getByRole('row').filter({ hasText: reference })
  await expect(line).toContainText('No voicemail')
  await expect(line).toContainText('waits 0 min')
  await line.getByRole('link').click()

  await expectSafetyFirst(page)
  await press(page, 'No answer')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trying to reach')
  await page.getByLabel('Add a note').fill('Her sister answers\nin the mornings.')
  await press(page, 'Keep this note')
  await expect(notice(page)).toHaveText('The note is kept.')
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Her sister answers' })).toContainText('Manager')

  await press(page, 'Snooze')
  await expect(main(page)).toContainText('snoozed until')
  await page.goto('/staff')
  await expect(main(page)).toContainText('Nobody is waiting.')
  await page.getByRole('link', { name: 'Snoozed (1)' }).click()
  await page.getByRole('link', { name: reference }).click()
  await press(page, 'End the snooze')

  await page.getByLabel('Give it to').selectOption(colleague)
  await press(page, 'Give')
  await expect(main(page)).toContainText(`${colleague} has it.`)
  await press(page, 'I reached them')
  await expect(main(page)).toContainText('answered after')
  await page.getByLabel('Why').selectOption('Booked')
  await press(page, 'Close it')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Booked')
  await page.goto('/staff/closed')
  await page.getByRole('link', { name: reference }).click()
  await press(page, 'Open it again')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Talked')
  for (const event of [
    'Opened again',
    'Closed: Booked',
    'Reached them',
    `Given to ${colleague}`,
    'Snooze ended',
    'No answer',
  ])
    await expect(main(page).getByRole('listitem').filter({ hasText: event })).toBeVisible()
}

/** What must not be done comes before the number that can be called, and no button offers it. */
async function expectSafetyFirst(page: Page): Promise<void> {
  const words = (await main(page).textContent()) ?? ''
  expect(words).toContain('Do NOT leave a voicemail.')
  expect(words.indexOf('Do NOT leave a voicemail.')).toBeLessThan(words.indexOf('Call (305) 555 0134'))
  expect(words.indexOf('Call (305) 555 0134')).toBeLessThan(words.indexOf('Could I talk to somebody?'))
  await expect(page.getByRole('link', { name: 'Call (305) 555 0134' })).toHaveAttribute('href', 'tel:+13055550134')
  await expect(page.getByRole('button', { name: 'No answer' })).toBeVisible()
  await expect(page.getByRole('button', { name: /voicemail/ })).toHaveCount(0)
}

async function release(page: Page, site: RunningServer, reference: string): Promise<void> {
  await page.goto('/staff')
  await expect(page.getByRole('link', { name: reference })).toHaveCount(0)
  await page.getByRole('link', { name: 'Quarantine (1)' }).click()
  await expect(page.getByRole('row').filter({ hasText: reference })).toContainText('somebody who sells something')
  await page.getByRole('link', { name: reference }).click()
  expect(await mailsAbout(site, reference)).toBe(0)

  await press(page, 'Yes: release it and send the e-mail')
  await expect(notice(page)).toHaveText('Released. The e-mail to the clinic is on its way.')
  await expect.poll(() => mailsAbout(site, reference)).toBe(1)
  await page.goto('/staff')
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
}

async function mailsAbout(site: RunningServer, reference: string): Promise<number> {
  const mailbox = join(site.dataFolder, 'mailbox')
  const files = await readdir(mailbox).catch(() => [])
  const mails = await Promise.all(files.map((file) => readFile(join(mailbox, file), 'utf8')))
  return mails.filter((mail) => mail.includes(`Subject: New message ${reference}`)).length
}

async function readAudit(page: Page, reference: string): Promise<void> {
  await page.getByRole('link', { name: 'Audit' }).click()
  await expect(main(page)).toContainText('The chain of entries is whole')
  const lines = page.getByRole('row').filter({ hasText: reference }).filter({ hasText: 'Manager' })
  await expect(lines.filter({ hasText: 'inquiry opened' }).first()).toBeVisible()
  await expect(lines.filter({ hasText: 'inquiry closed' })).toHaveCount(1)
  await expect(main(page)).not.toContainText('Her sister')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(main(page).getByRole('listitem').first()).toHaveText('1 waiting for a first answer')
  await expect(page.getByRole('row').nth(1)).toContainText('2')
}

async function remove(page: Page, reference: string): Promise<void> {
  await page.goto(`/staff/inquiries/${reference}`)
  await page.getByText('Rarely needed').click()
  await page.getByLabel('Type the reference to delete it').fill(reference)
  await press(page, 'Delete it now')
  await expect(notice(page)).toHaveText('Deleted for good.')
  await page.goto(`/staff/inquiries/${reference}`)
  await expect(notice(page)).toContainText('That inquiry is not here any more.')
}
