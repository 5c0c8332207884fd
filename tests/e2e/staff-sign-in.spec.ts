import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { MINUTE_MS } from '#lib/duration.ts'
import { expect, test } from './site.ts'
import { endLinks, enrol, invite, linkIn, plugIn, runStaff, signInByPasskey } from './staff.ts'
import { expectUsable } from './usable.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('a newcomer opens the link from the terminal, makes a passkey, prints codes, and the inbox opens', async ({
  page,
  site,
}) => {
  const link = await invite(site, 'Newcomer')
  await plugIn(page)
  await page.goto(link)
  expect(page.url()).toBe(`${site.origin}/staff/enrol`)
  await expect(page.getByRole('main')).toContainText('Hello, Newcomer.')
  await page.getByRole('button', { name: 'Make a passkey' }).click()

  await expect(page.getByRole('heading', { name: 'One step before the inbox opens' })).toBeVisible()
  await page.goto('/staff')
  await expect(page).toHaveURL(/\/staff\/passkeys$/)

  await page.getByRole('link', { name: 'Print recovery codes' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have them on paper' }).click()
  await page.getByRole('link', { name: 'Open the inbox' }).click()
  await expect(heading(page)).toHaveText('Waiting')
})

test('the first start prints a link for the first manager', async ({ page, site }) => {
  await plugIn(page)
  await enrol(page, linkIn(site.printed()))
  await page.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('main')).toContainText('Manager (you)')
})

test('a link works once, and says so', async ({ page, site }) => {
  const link = await invite(site, 'Once')
  await plugIn(page)
  await enrol(page, link)
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('This link was used already')
})

test('a link that is over says so, and how to get another', async ({ page, site }) => {
  const link = await invite(site, 'Too late')
  await endLinks(site)
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('The time of this link is over')
  await expect(page.getByRole('main')).toContainText('npm run staff -- link')
})

test('signing out ends the session, and the passkey signs in again', async ({ page, site, context }) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'In and out'))
  const before = await context.cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('main')).toContainText('You are signed out.')
  expect(await context.cookies()).toEqual([])

  await context.addCookies(before)
  await page.goto('/staff')
  await expect(heading(page)).toHaveText('Sign in')

  await context.clearCookies()
  await signInByPasskey(page)
  await expect(heading(page)).toHaveText('Waiting')
  const cookies = await context.cookies()
  expect(cookies).toMatchObject([{ name: 'staff', httpOnly: true, sameSite: 'Strict', path: '/' }])
  expect(before.map(({ value }) => value)).not.toContain(cookies[0]?.value)
})

test('a device that does not verify its holder gets nobody in', async ({ page, site, context }) => {
  const device = await plugIn(page)
  await enrol(page, await invite(site, 'Unverified'))
  await context.clearCookies()
  await device.verify(false)
  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('That did not work')
  await page.goto('/staff')
  await expect(heading(page)).toHaveText('Sign in')
})

test('whoever lost the device makes a new passkey with a code from paper, and the lost one is out', async ({
  page,
  site,
  browser,
}) => {
  const lost = await plugIn(page)
  const [code = ''] = await enrol(page, await invite(site, 'Loser'))
  await lost.unplug()

  const other = await browser.newPage({ baseURL: site.origin })
  await plugIn(other)
  await other.goto('/staff/sign-in')
  await other.getByLabel('Recovery code').fill(code.toLowerCase())
  await other.getByRole('button', { name: 'Use this code' }).click()
  await other.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(other.getByRole('main')).toContainText('9 of your codes are unused.')
  await other.close()

  await page.goto('/staff')
  await expect(heading(page)).toHaveText('Sign in')
  await page.getByLabel('Recovery code').fill(code)
  await page.getByRole('button', { name: 'Use this code' }).click()
  await expect(page.getByRole('main')).toContainText('This code is not known, or was used already.')
})

test('a session can be seen and ended from another browser', async ({ page, site, browser }) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'Two places'))
  const other = await browser.newContext({ baseURL: site.origin })
  await other.addCookies(await page.context().cookies())
  await page.context().clearCookies()
  await signInByPasskey(page)
  const left = await other.newPage()
  await left.goto('/staff')
  await expect(heading(left)).toHaveText('Waiting')

  await page.goto('/staff/sessions')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: /^End the session/ }).click()
  await expect(page.getByRole('main')).toContainText('The session was ended.')
  await left.goto('/staff')
  await expect(heading(left)).toHaveText('Sign in')
  await other.close()
})

test('a form sent after the session ended keeps its words, and loading the answer again sends it', async ({
  page,
  site,
}) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'Half written', '--manager'))
  await page.goto('/staff/people')
  await page.getByLabel('Name').fill('Half written colleague')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()

  const answered = page.waitForResponse((response) => response.url().endsWith('/staff/people/add'))
  await page.getByRole('button', { name: 'Add and make a link' }).click()
  expect((await answered).status()).toBe(401)
  await expect(heading(page)).toHaveText('You are signed out, and nothing was saved')

  await page.context().addCookies(cookies)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Link for Half written colleague')
})

test('a manager adds somebody who can then enrol, and takes the access away again', async ({ page, site, browser }) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'The manager', '--manager'))
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByLabel('Name').fill('Added colleague')
  await page.getByRole('button', { name: 'Add and make a link' }).click()
  const link = linkIn((await page.getByRole('main').textContent()) ?? '')

  const theirs = await browser.newPage({ baseURL: site.origin })
  await plugIn(theirs)
  await enrol(theirs, link)
  await expect(heading(theirs)).toHaveText('Waiting')
  await theirs.goto('/staff/people')
  await expect(theirs.getByRole('main')).toContainText('Only managers may open that page.')

  await page.reload()
  await page.getByRole('button', { name: 'Take access away from Added colleague' }).click()
  await expect(page.getByRole('main')).toContainText('Access was taken away')
  await theirs.goto('/staff')
  await expect(heading(theirs)).toHaveText('Sign in')
  await theirs.close()
})

test('a page that can let others in asks for the passkey again when the last proof is old', async ({ page, site }) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'Asked again', '--manager'))
  const db = new Database(join(site.dataFolder, 'clinic.db'))
  db.prepare('update session set stepped_up_at = ?').run(Date.now() - 6 * MINUTE_MS)
  db.close()

  await page.goto('/staff/people')
  await expect(heading(page)).toHaveText('Show your passkey again')
  await page.getByRole('button', { name: 'Show my passkey' }).click()
  await expect(heading(page)).toHaveText('People')
})

test('a second passkey can stand in for codes on paper', async ({ page, site }) => {
  const first = await plugIn(page)
  await page.goto(await invite(site, 'Two keys'))
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(heading(page)).toHaveText('Your passkeys')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('alert')).toContainText('This device holds a passkey for you already')

  await first.unplug()
  await plugIn(page)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('main')).toContainText('Your new passkey works now.')
  await expect(page.getByRole('link', { name: 'Open the inbox' })).toBeVisible()
})

test('the terminal lists people and sessions, and takes access away while the server runs', async ({ page, site }) => {
  await plugIn(page)
  await enrol(page, await invite(site, 'Known to the terminal'))
  expect(await runStaff(site, 'list')).toMatch(/Known to the terminal +staff +1 /)
  expect(await runStaff(site, 'sessions')).toContain('Known to the terminal')
  await runStaff(site, 'disable', 'Known to the terminal')
  await page.goto('/staff')
  await expect(heading(page)).toHaveText('Sign in')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the page says that passkeys need them, and the button says it too', async ({ page }) => {
    await page.goto('/staff/sign-in')
    await expect(page.locator('noscript p')).toBeVisible()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('status')).toContainText('Nothing came from a passkey')
  })
})

test('a browser without passkeys says what to do', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await page.goto('/staff/sign-in')
  await expect(page.getByRole('alert')).toContainText('This browser cannot use passkeys')
})

test('a browser that writes passkeys by hand signs in as well', async ({ page, site }) => {
  await page.addInitScript(() => {
    for (const name of ['parseCreationOptionsFromJSON', 'parseRequestOptionsFromJSON'])
      Reflect.deleteProperty(PublicKeyCredential, name)
    Reflect.deleteProperty(PublicKeyCredential.prototype, 'toJSON')
  })
  await plugIn(page)
  await enrol(page, await invite(site, 'By hand'))
  await page.context().clearCookies()
  await signInByPasskey(page)
  await expect(heading(page)).toHaveText('Waiting')
})

test('only pages that need it carry the script, no cache keeps them, and no search engine lists them', async ({
  request,
}) => {
  const pages = {
    '/staff/sign-in': true,
    '/staff/enrol': false,
    '/staff/sign-in/again': false,
    '/': false,
    '/contact': false,
  }
  for (const [path, isWithScript] of Object.entries(pages)) {
    const answer = await request.get(path)
    const headers = answer.headers()
    const policy = headers['content-security-policy'] ?? ''
    expect((await answer.text()).includes('<script src="/passkey.js"'), path).toBe(isWithScript)
    if (isWithScript) expect(policy).toMatch(/script-src 'sha256-[\w+/]{43}=' http:\/\/localhost:\d+\/passkey\.js;/)
    else expect(policy, path).toContain("script-src 'none'")
    if (!path.startsWith('/staff')) continue
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    })
  }
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain('/staff')
  expect(await (await request.get('/')).text()).not.toContain('/staff')
})

test.describe('every page of sign-in', () => {
  test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } })
  const paths = [
    '/staff/passkeys',
    '/staff/passkeys/codes',
    '/staff/sessions',
    '/staff/people',
    '/staff/confirm/people',
    '/staff',
    '/staff/sign-in',
    '/staff/sign-in?said=expired',
    '/staff/sign-in/again',
    '/staff/enrol',
  ]

  test('can be used by everybody, light and dark, at 320 px, by keyboard alone, with large text', async ({
    page,
    site,
  }) => {
    test.slow()
    await plugIn(page)
    const link = await invite(site, 'A manager whose name is as long as names get in real life', '--manager')
    await page.goto(link)
    await expectUsable(page, 'enrolment')
    await enrol(page, link)
    // A tab of its own for each: after a walk by keyboard the next page may not begin at its top.
    for (const path of paths) {
      const tab = await page.context().newPage()
      await tab.goto(path)
      await expectUsable(tab, path)
      await tab.close()
    }
  })
})
