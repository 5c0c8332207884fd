import { readFileSync } from 'node:fs'
import { byEmail, byPhone, indexNow, main, notice, press, sitDown, stepUp, stored, write } from './inbox.ts'
import { expect, test } from './site.ts'
import { plugIn } from './staff.ts'

type Row = { version: number; status: string }
const rowOf = 'select version, status from inquiry where reference = ?'

test('of two people who act at once the second is told, and overwrites nothing', async ({ browser, site }) => {
  const reference = await write(site)
  const first = await sitDown(browser, site, { name: 'First of two' })
  const second = await sitDown(browser, site, { name: 'Second of two' })
  await first.goto(`/staff/inquiries/${reference}`)
  await second.goto(`/staff/inquiries/${reference}`)
  await expect(main(second)).toContainText('First of two has this open too.')

  await press(first, 'I reached them')
  await second.getByLabel('Why').selectOption('No reply')
  await press(second, 'Close it')
  await expect(notice(second)).toContainText('Somebody changed this before you, so what you pressed was not done.')
  await expect(main(second).getByRole('listitem').filter({ hasText: 'Reached them' })).toContainText('First of two')
  expect(stored<Row>(site, rowOf, reference)).toMatchObject([{ status: 'talked', version: 1 }])

  await press(second, 'Close it')
  await expect(notice(second)).toHaveText('Done.')
})

test('two notes written at once are both kept', async ({ browser, site }) => {
  const reference = await write(site)
  const pages = [await sitDown(browser, site), await sitDown(browser, site)]
  for (const page of pages) await page.goto(`/staff/inquiries/${reference}`)
  for (const [number, page] of pages.entries()) {
    await page.getByLabel('Add a note').fill(`Note ${number}`)
    await press(page, 'Keep this note')
  }
  await pages[0]?.reload()
  for (const page of pages) await expect(main(page)).toContainText('Note 0')
  for (const page of pages) await expect(main(page)).toContainText('Note 1')
})

test('deleting asks for the passkey and the reference, and leaves no row and no byte', async ({ browser, site }) => {
  const secret = 'Zanzibar-Quetzal'
  const reference = await write(site, { ...byPhone, message: secret })
  const other = await write(site)
  const page = await sitDown(browser, site)
  await page.goto(`/staff/inquiries/${reference}`)
  await page.getByText('Rarely needed').click()
  await expect(page.getByRole('button', { name: 'Delete it now' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Show your passkey' })).toHaveAttribute(
    'href',
    `/staff/confirm/${reference}`,
  )

  const [sealed] = stored<{ sealed: Buffer }>(site, 'select sealed from inquiry where reference = ?', reference)
  const trace = sealed?.sealed.subarray(40, 72) ?? Buffer.from('nothing was stored')
  expect(databaseHolds(site.databasePath, trace)).toBe(true)
  stepUp(site)

  await page.reload()
  await page.getByText('Rarely needed').click()
  await page.getByLabel('Type the reference to delete it').fill(other)
  await press(page, 'Delete it now')
  await expect(notice(page)).toContainText('That was not its reference, so nothing was deleted.')

  await page.getByText('Rarely needed').click()
  await page.getByLabel('Type the reference to delete it').fill(reference.toLowerCase())
  await press(page, 'Delete it now')
  await expect(notice(page)).toHaveText('Deleted for good.')
  expect(stored(site, rowOf, reference)).toEqual([])
  expect(stored(site, rowOf, other)).toHaveLength(1)
  await expect.poll(() => databaseHolds(site.databasePath, trace), { timeout: 40_000 }).toBe(false)
})

const databaseHolds = (path: string, bytes: Buffer) =>
  ['', '-wal'].some((end) => readFileSync(`${path}${end}`).includes(bytes))

test('whoever was signed out meanwhile is told, and what they pressed is not done', async ({ browser, site }) => {
  const reference = await write(site)
  const page = await sitDown(browser, site, { name: 'Signed out meanwhile' })
  await page.goto(`/staff/inquiries/${reference}`)
  stored(
    site,
    'delete from session where staff_id = (select id from staff where name = ?) returning id',
    'Signed out meanwhile',
  )
  await page.getByLabel('Add a note').fill('Words that must not be lost')
  const answered = page.waitForResponse((response) => response.url().endsWith('/staff/act/note'))
  await press(page, 'Keep this note')
  expect((await answered).status()).toBe(401)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out, and nothing was saved')
  await page.goto(`/staff/inquiries/${reference}`)
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
})

test('somebody who asks for e-mail is written to with words that give nothing away', async ({ browser, site }) => {
  const reference = await write(site, byEmail)
  const page = await sitDown(browser, site)
  await page.goto(`/staff/inquiries/${reference}`)
  await expect(page.getByRole('button', { name: /reached|voicemail|answer/ })).toHaveCount(0)
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)
  const links = await main(page)
    .locator('a[href^="mailto:"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links.length).toBeGreaterThan(1)
  for (const link of links) {
    expect(link).toMatch(/^mailto:ana\.writer@example\.com/)
    expect(decodeURIComponent(link ?? '')).not.toMatch(
      /ketamine|clinic|treatment|therapy|addict|health|doctor|appointment/i,
    )
  }
  await press(page, 'I wrote to them')
  await expect(main(page)).toContainText('answered after')
})

test('an inquiry is found by its reference, by phone and by e-mail, and by nothing else', async ({ browser, site }) => {
  const phone = '786-555-0191'
  const byThisPhone = await write(site, { ...byPhone, phone })
  const byMail = await write(site, { ...byEmail, email: 'search.me@example.com' })
  const again = await write(site, { ...byEmail, email: 'search.me@example.com' })
  const page = await sitDown(browser, site)
  const find = async (text: string) => {
    await page.goto('/staff/search')
    await page.getByLabel('Reference, phone number or e-mail address').fill(text)
    await press(page, 'Search')
  }
  await indexNow(site)

  for (const text of [byThisPhone, byThisPhone.toLowerCase(), '(786) 555 0191', '+1 786 555 0191']) {
    await find(text)
    await expect(page, text).toHaveURL(new RegExp(`/staff/inquiries/${byThisPhone}$`))
  }
  await find(' Search.Me@example.com ')
  await expect(page.getByRole('row')).toHaveCount(3)
  expect(page.url()).not.toContain('example.com')
  await page.getByRole('link', { name: again }).click()
  await expect(main(page)).toContainText(`The same phone number or address also wrote: ${byMail}`)

  for (const text of ['555 0191', 'Ana Writer', 'KW-00000', '%']) {
    await find(text)
    await expect(notice(page), text).toContainText('Nothing was found.')
  }
})

test('a manager takes a copy out as a table, after the passkey, and the audit says so', async ({ browser, site }) => {
  const reference = await write(site, { ...byPhone, name: '=Formula', message: 'Line one\nand "two", three' })
  const page = await sitDown(browser, site, { name: 'Exporter', role: 'manager' })
  await plugIn(page)
  await page.goto('/staff/export')
  await expect(page).toHaveURL(/\/staff\/confirm\/export$/)

  stepUp(site)
  await page.goto(`/staff/inquiries/${reference}`)
  await page.getByText('Rarely needed').click()
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Export this inquiry')])
  expect(file.suggestedFilename()).toBe(`${reference}.csv`)
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain(`\r\n${reference},`)
  expect(csv).toContain("'=Formula")
  expect(csv).toContain('"Line one\nand ""two"", three"')

  await page.goto('/staff/export')
  await page.getByLabel('From').fill('2026-01-02')
  await page.getByLabel('Until and including').fill('2026-01-01')
  await press(page, 'Export these days')
  await expect(notice(page)).toHaveText('Choose two days, the first before the second.')
  await page.goto('/staff/audit')
  await expect(page.getByRole('row').filter({ hasText: 'Exporter' }).filter({ hasText: 'exported' })).toContainText(
    reference,
  )
})
