import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { openDatabase } from '#lib/db/connection.ts'
import { indexKeyIn } from '#lib/seal/keys.ts'
import { staffKeyFrom, withMac } from '#lib/staff/mac.ts'
import type { RunningServer } from '#tests/support/running-server.ts'

const run = promisify(execFile)

/** Runs `npm run staff` beside the running site. */
export async function runStaff(site: RunningServer, ...words: string[]): Promise<string> {
  const { port } = new URL(site.origin)
  const { stdout } = await run(process.execPath, ['lib/cli/staff.ts', ...words], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: port, DATA_DIR: site.dataFolder },
  })
  return stdout
}

/** Adds somebody, and gives the link the terminal prints. */
export async function invite(site: RunningServer, name: string, ...words: string[]): Promise<string> {
  return linkIn(await runStaff(site, 'add', name, ...words))
}

export function linkIn(printed: string): string {
  const link = /http\S+\/staff\/enrol\/[\w-]{43}/.exec(printed)?.[0]
  if (!link) throw new Error(`No link in: ${printed}`)
  return link
}

/** As if the time of every link nobody has used were over. */
export async function endLinks(site: RunningServer): Promise<void> {
  const staffKey = staffKeyFrom(indexKeyIn(join(site.dataFolder, 'keys')))
  const db = openDatabase(site.databasePath)
  try {
    const links = await db.selectFrom('enrolment').selectAll().where('used_at', 'is', null).execute()
    for (const { mac: _mac, ...link } of links) {
      const over = withMac(staffKey, 'enrolment', { ...link, expires_at: Date.now() - 1 })
      await db.updateTable('enrolment').set(over).where('hash', '=', link.hash).execute()
    }
  } finally {
    await db.destroy()
  }
}

/** Gives the browser a device that holds passkeys and knows its owner's finger. */
export async function plugIn(page: Page, { isVerified = true } = {}) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  })
  return {
    unplug: () => client.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    verify: (isUserVerified: boolean) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

/** Opens the link, makes a passkey, and puts recovery codes on paper; the inbox is open afterwards. Gives the codes. */
export async function enrol(page: Page, link: string, device = 'Front desk computer'): Promise<string[]> {
  await page.goto(link)
  await page.getByLabel('A name for this device').fill(device)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await page.getByRole('link', { name: 'Print recovery codes' }).click()
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^\w{5}-/ })
    .allTextContents()
  await page.getByRole('button', { name: 'I have them on paper' }).click()
  await page.getByRole('link', { name: 'Open the inbox' }).click()
  return codes
}

export async function signInByPasskey(page: Page): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(/\/staff$/)
}
