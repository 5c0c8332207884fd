import type { Page } from '@playwright/test'
import type { RunningServer } from '#tests/support/running-server.ts'
import { byEmail, byPhone, main, sitDown, stored, write } from './inbox.ts'
import { expect, test } from './site.ts'
import { expectUsable } from './usable.ts'
import { findComplaints } from './valid-html.ts'

const LONG_ADDRESS =
  'a.person.whose.address.is.as.long.as.they.come.in.real.life@mail.department.university.example.com'

/** Inquiries in every state a page can show; gives their references. */
async function fill(site: RunningServer) {
  const change = (reference: string, set: string) =>
    stored(site, `update inquiry set ${set} where reference = ? returning id`, reference)
  const late = await write(site, { ...byPhone, otherAnswers: 'personal-call', times: 'evening' })
  change(late, 'amber_at = received_at - 86400000, due_at = received_at - 3600000')
  const half = await write(site, { ...byPhone, voicemail: 'yes', language: 'other', otherLanguage: 'Kreyòl ayisyen' })
  change(half, 'amber_at = received_at, due_at = received_at + 86400000')
  const written = await write(site, { ...byEmail, email: LONG_ADDRESS, language: 'es', message: 'word '.repeat(150) })
  const snoozed = await write(site)
  change(snoozed, 'snoozed_until = received_at + 86400000')
  const closed = await write(site)
  change(closed, "closed_at = received_at, answered_at = received_at, status = 'booked'")
  const held = await write(site, { ...byPhone, message: 'We sell SEO services: be on page one of Google today.' })
  const lost = await write(site)
  stored(
    site,
    "update delivery set state = 'sent', fate = 'bounced' where inquiry_id = (select id from inquiry where reference = ?) returning id",
    lost,
  )
  return { late, half, written, snoozed, closed, held, lost }
}

type Pages = (references: Awaited<ReturnType<typeof fill>>) => string[]
const pagesOf: Record<string, Pages> = {
  // The other views show the same table.
  'the lists': () => ['/staff', '/staff/snoozed?still=1', '/staff/closed', '/staff/quarantine'],
  'one inquiry': ({ late, written, held, closed }) => [
    ...[late, written, held, closed].map((reference) => `/staff/inquiries/${reference}`),
  ],
  'search and the pages of managers': ({ late, written }) => [
    `/staff/search?found=${late}.${written}`,
    ...['/staff/search?said=nothing-found', '/staff/overview', '/staff/audit', '/staff/export'],
  ],
}

for (const [name, pathsFrom] of Object.entries(pagesOf)) {
  test(`everybody can use ${name}, and they are valid HTML`, async ({ browser, site }) => {
    test.slow()
    const references = await fill(site)
    const options = { bypassCSP: true, reducedMotion: 'reduce' } as const
    const manager = { name: `Manager of ${name}`, role: 'manager', isSteppedUp: true } as const
    const page = await sitDown(browser, site, manager, options)
    const staffId = `(select id from staff where name = '${manager.name}')`
    stored(site, `update inquiry set owner_id = ${staffId} where reference = ? returning id`, references.late)
    for (const path of pathsFrom(references)) {
      const tab = await page.context().newPage()
      await tab.goto(path)
      expect(await findComplaints(await tab.content()), path).toEqual([])
      await openAll(tab)
      await expectUsable(tab, path)
      await tab.close()
    }
    await page.context().close()
  })
}

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '')
  })

test('a table whose rows are shown as cards is still a table to a screen reader', async ({ browser, site }) => {
  const reference = await write(site)
  const page = await sitDown(browser, site, {}, { viewport: { width: 390, height: 800 } })
  await page.goto('/staff')
  const row = page.getByRole('table').getByRole('row').filter({ hasText: reference })
  expect(await row.evaluate((element) => getComputedStyle(element).display)).toBe('block')
  await expect(row.getByRole('rowheader')).toContainText(reference)
  await expect(row.getByRole('cell')).toHaveCount(5)
  await expect(page.getByRole('columnheader')).toHaveCount(6)
})

test('a list loads itself again, in the name of nobody, until its reader stops it', async ({ browser, site }) => {
  await write(site)
  const page = await sitDown(browser, site, { name: 'Empty chair' })
  const refreshOf = async (path: string) => (await page.goto(path))?.headers().refresh
  expect(await refreshOf('/staff')).toBe('60; url=/staff?again=1')
  expect(await refreshOf('/staff/quarantine?said=released')).toBe('60; url=/staff/quarantine?again=1')
  expect(await refreshOf('/staff/search')).toBeUndefined()

  const seenAt = () =>
    stored<{ seen_at: number }>(
      site,
      "select seen_at from session join staff on staff.id = staff_id where name = 'Empty chair'",
    )[0]?.seen_at ?? 0
  stored(
    site,
    "update session set seen_at = seen_at - 120000 where staff_id = (select id from staff where name = 'Empty chair') returning id",
  )
  const before = seenAt()
  await page.goto('/staff?again=1')
  expect(seenAt()).toBe(before)
  await page.goto('/staff')
  expect(seenAt()).toBeGreaterThan(before)

  await page.getByRole('link', { name: 'Stop that' }).click()
  await expect(page).toHaveURL(/still=1$/)
  expect((await page.reload())?.headers().refresh).toBeUndefined()
  await page.getByRole('link', { name: 'Load it by itself' }).click()
  await expect(main(page)).toContainText('This page loads itself again every minute.')
})

test('without scripts and by keyboard alone somebody opens an inquiry, takes it and writes a note', async ({
  browser,
  site,
}) => {
  const reference = await write(site)
  const page = await sitDown(browser, site, {}, { javaScriptEnabled: false })
  await page.goto('/staff')
  const reach = async (name: string | RegExp, role: 'link' | 'button' | 'textbox') => {
    const wanted = main(page).getByRole(role, { name })
    for (let stop = 0; stop < 200; stop += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${name}`)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the main part' })).toBeFocused()
  await page.keyboard.press('Enter')
  await reach(reference, 'link')
  await page.keyboard.press('Enter')
  await reach('Add a note', 'textbox')
  await page.keyboard.type('Typed without a mouse')
  await reach('Keep this note', 'button')
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('Typed without a mouse')
  await reach('I take it', 'button')
  await page.keyboard.press('Enter')
  await expect(main(page).getByRole('button', { name: 'Give it back to everybody' })).toBeVisible()
})
