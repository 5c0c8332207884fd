import { existsSync, readdirSync, statSync } from 'node:fs'
import { test as base, type Page, type Request } from '@playwright/test'
import { startFakeResend } from '#tests/support/fake-resend.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'

const SITE = '.next/site'

type FakeResend = Awaited<ReturnType<typeof startFakeResend>>
type Sites = { site: RunningServer; mailed: { site: RunningServer; resend: FakeResend } }

/** Tests with a running site: `site` keeps its mail in a local mailbox, `mailed` sends it through a fake Resend. */
export const test = base.extend<{ stays: undefined }, Sites>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const site = await startServer()
      await use(site)
      await site.remove()
    },
    { scope: 'worker' },
  ],

  mailed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const resend = await startFakeResend()
      const site = await startServer({
        RESEND_API_KEY: 're_fake',
        RESEND_BASE_URL: resend.url,
        INQUIRY_EMAIL: 'full',
        MAIL_FROM: 'front-desk@clinic.test',
        CLINIC_INBOX: 'inbox@clinic.test',
      })
      await use({ site, resend })
      await site.remove()
      await resend.close()
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.origin),

  /** Every test holds two laws: no request leaves our origin, and no page breaks its own policy. */
  page: async ({ page }, use) => {
    const broken = await watchLaws(page)
    await use(page)
    base.expect(broken).toEqual([])
  },
})

export const { expect } = base

async function watchLaws(page: Page): Promise<string[]> {
  const broken: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname !== 'localhost' && url.protocol !== 'data:') broken.push(`request to ${url.host}`)
    if (request.resourceType() === 'script' && !isPasskeyScript(url, request)) broken.push(`script ${url.pathname}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|404|500|503)/.test(message.text())) broken.push(message.text())
  })
  return broken
}

/** The one script of the product, which only pages of staff may ask for. */
const isPasskeyScript = ({ pathname }: URL, request: Request) =>
  pathname === '/passkey.js' && new URL(request.frame().url()).pathname.startsWith('/staff/')

/** The address of every prerendered page, read from what the build wrote, so that a new page is tested too. */
export function finishedPages(): string[] {
  return readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && file !== '404.html' && file !== 'problem.html')
    .map((file) => (file === 'index.html' ? '/' : `/${file.slice(0, -'.html'.length)}`))
    .sort()
}

/** The largest page of every template: what holds there holds for its smaller sisters. */
export function templatePages(): string[] {
  const largest = new Map<string, { path: string; bytes: number }>()
  for (const path of finishedPages()) {
    const bytes = statSync(`${SITE}${path === '/' ? '/index' : path}.html`).size
    const template = templateOf(path)
    if (bytes > (largest.get(template)?.bytes ?? 0)) largest.set(template, { path, bytes })
  }
  return [...largest.values()].map(({ path }) => path)
}

function templateOf(path: string): string {
  const isStanding = existsSync(`content/en/pages${path}.mdx`)
  // The care cards of this page are on no other.
  if (path === '/get-help-now') return path
  return isStanding ? 'standing page' : path.replace(/^(\/evidence\/on\/|\/[^/]+\/).+/, '$1*')
}

/** Pages that Next renders for one visitor, and one with a status that is not 200. */
export const otherPages = ['/contact', '/contact/check', '/contact/sent', '/search?q=alcohol', '/nothing-here']
