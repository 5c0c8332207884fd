import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { openDatabase } from '#lib/db/connection.ts'
import { indexKeyOf, readEnv, sealKeysOf } from '#lib/env.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import type { Role } from '#lib/staff/people.ts'
import type { RunningServer } from '#tests/support/running-server.ts'
import { letIn } from '#tests/support/signed-in.ts'
import { sendInquiry, type Typed, typedByPhone } from '#tests/support/visitor.ts'

export const byPhone = typedByPhone
/** Somebody who asks to be answered in writing. */
export const byEmail: Typed = {
  about: 'someone',
  name: 'Ana Writer',
  channel: 'email',
  email: 'ana.writer@example.com',
  message: 'Is it safe for my brother?',
}

/** Writes to the clinic as a visitor would, and gives the reference the sent page shows. */
export const write = (site: RunningServer, typed: Typed = byPhone) => sendInquiry(site.origin, typed)

let people = 0

/** A browser of its own in which somebody of the staff is signed in. */
export async function sitDown(
  browser: Browser,
  site: RunningServer,
  who: { name?: string; role?: Role; isSteppedUp?: boolean } = {},
  options: BrowserContextOptions = {},
): Promise<Page> {
  people += 1
  const name = who.name ?? `Colleague ${process.pid} ${people}`
  const { token } = await letIn(site, { ...who, name })
  const context = await browser.newContext({ baseURL: site.origin, ...options })
  await context.addCookies([{ name: 'staff', value: token, url: site.origin, httpOnly: true, sameSite: 'Strict' }])
  return context.newPage()
}

export const main = (page: Page): Locator => page.getByRole('main')
export const notice = (page: Page): Locator => page.getByRole('status')
export const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click()

/** Reads what the database holds, beside the running server. */
export function stored<Row>(site: RunningServer, query: string, ...values: unknown[]): Row[] {
  const db = new Database(site.databasePath)
  try {
    return db.prepare<unknown[], Row>(query).all(...values)
  } finally {
    db.close()
  }
}

/** Does at once what the running server does every minute, so that a test need not wait to find what was written. */
export async function indexNow(site: RunningServer): Promise<void> {
  const settings = readEnv({ DATA_DIR: site.dataFolder })
  const db = openDatabase(site.databasePath)
  const { privateKeys } = sealKeysOf(settings)
  await indexNewInquiries(db, privateKeys, indexKeyOf(settings), Date.now()).finally(() => db.destroy())
}

/** As if everybody had just shown their passkey. */
export const stepUp = (site: RunningServer) => stored(site, 'update session set stepped_up_at = seen_at returning id')
