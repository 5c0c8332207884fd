import { relative } from 'node:path'
import { MINUTE_MS } from '#lib/duration.ts'
import { failureText } from '#lib/email/failure-text.ts'
import { type Env, notConfigured } from '#lib/env.ts'
import { type HealthReason, healthReasons } from '#lib/health.ts'
import type { Pause } from '#lib/outbox/pause.ts'
import type { FirstLink } from '#lib/staff/first-manager.ts'

type Known = {
  workingFolder: string
  missingFacts: string[]
  pause?: Pause | undefined
  /** The address where the first manager sets up their sign-in, as long as nobody did. */
  firstLink?: FirstLink | undefined
  /** Everything in the database is invented. */
  isDemo?: boolean
  reasons?: HealthReason[]
  note?: string | undefined
  /** What a site apart from this process has to seal with. */
  publicKeys?: string
}

const tasksOf: Record<Env['role'], string> = {
  all: 'everything: site, inbox and delivery in one process',
  site: 'the public pages and the form; it cannot open what it stores',
  inbox: 'the inbox for staff',
  delivery: 'e-mail and upkeep; no pages',
}

/** What a person needs to know who has just started the server: where it is, where things are kept, what is missing. */
export function startUpWords(settings: Env, known: Known): string {
  const { workingFolder, missingFacts, pause, note, firstLink, isDemo = false, reasons = [] } = known
  const near = (path: string) => shortPath(workingFolder, path)
  const missing = [
    ...notConfigured(settings).map((sentence) => sentence.replaceAll(settings.dataDir, near(settings.dataDir))),
    ...(note ? [note] : []),
    ...(settings.role !== 'delivery' && missingFacts.length > 0
      ? [`The clinic has not confirmed: ${missingFacts.join(', ')}. Fill in content/clinic.yaml.`]
      : []),
  ]

  // A pause has words of its own, which say more.
  const wrong = reasons.filter((reason) => reason !== 'delivery-paused').map((reason) => healthReasons[reason].words)

  return [
    '',
    ...placesOf(settings, known, near).map(([name, place]) => `  ${name.padEnd(10)}${place}`),
    '',
    ...(isDemo ? ['  This is the demo: everybody in it is invented, and no e-mail leaves this machine.', ''] : []),
    ...(pause ? [...pauseWords(pause), ''] : []),
    ...listOf('Needs somebody', wrong),
    ...listOf('Not configured yet', isDemo ? [] : missing),
    // Last, where the eye rests: without it a newcomer sees nothing of the inbox.
    ...(firstLink ? [...firstLinkWords(firstLink, isDemo), ''] : []),
    '  Stop with Ctrl-C.',
    '',
  ].join('\n')
}

function listOf(title: string, sentences: string[]): string[] {
  return sentences.length > 0 ? [`  ${title}`, ...sentences.map((sentence) => `  · ${sentence}`), ''] : []
}

function placesOf(settings: Env, { publicKeys }: Known, near: (path: string) => string): [string, string][] {
  const { role, siteOrigin, staffOrigin, databaseUrl, databasePath, keysDir, clinicInboxBackup } = settings
  const has = (...roles: Env['role'][]) => roles.includes(role)
  const stored = databaseUrl ? `PostgreSQL at ${placeOf(databaseUrl)}` : near(databasePath)
  const reading = has('site') ? '' : '; read them with: npm run inquiries -- list'
  const places: [string, string, boolean][] = [
    ['Role', `${role} (${tasksOf[role]})`, !has('all')],
    ['Site', siteOrigin, has('all', 'site')],
    ['Inbox', `${staffOrigin}/staff`, has('all', 'inbox')],
    ['Health', `http://${shown(settings.host)}:${settings.port}/health`, true],
    ['Messages', `${stored} (sealed${reading})`, true],
    ['Keys', has('site') ? 'the public key alone, from SEAL_PUBLIC_KEY' : (keysPlace(settings) ?? near(keysDir)), true],
    ['Site key', `for ROLE=site: SEAL_PUBLIC_KEY=${publicKeys}`, has('inbox', 'delivery') && publicKeys !== undefined],
    ['E-mail', emailPlace(settings, near), has('all', 'delivery')],
    ['Unread', unreadPlace(settings), has('all', 'delivery') && clinicInboxBackup !== undefined],
  ]
  return places.flatMap(([name, place, isShown]) => (isShown ? [[name, place]] : []))
}

const keysPlace = ({ sealPrivateKeys }: Env) => sealPrivateKeys && 'from SEAL_PRIVATE_KEYS'

function emailPlace({ email }: Env, near: (path: string) => string): string {
  return email.kind === 'resend' ? 'sent through Resend' : `${near(email.mailbox)} (a local mailbox; nothing is sent)`
}

function unreadPlace({ backupWorkingMs, clinicInboxBackup }: Env): string {
  return `after ${backupWorkingMs / MINUTE_MS} working minutes, ${clinicInboxBackup} is told`
}

function pauseWords({ reason, since, until }: Pause): string[] {
  return [
    `  E-mail is paused since ${minuteText(since)}: ${reason}.`,
    `  ${failureText(reason)}`,
    `  Nothing is lost: it is tried again at ${minuteText(until)}, and goes out when the mail service accepts it.`,
  ]
}

function firstLinkWords({ url, name, lifetimeMs }: FirstLink, isDemo: boolean): string[] {
  return [
    `  Nobody can open the inbox yet. Open this once, within ${lifetimeMs / MINUTE_MS} minutes, to set up the first manager:`,
    `  ${url}`,
    '  Your browser asks for a fingerprint, a face, a PIN or a security key.',
    ...(isDemo
      ? ['  For a new link, start again.']
      : [
          `  For a new link, start again, or run: npm run staff -- link "${name}"`,
          '  To look around among invented inquiries, stop this and run: npm run demo',
        ]),
  ]
}

const minuteText = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Where a database is, without the name and the password in its address. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

const shown = (host: string) => (host.includes(':') ? `[${host}]` : host)

function shortPath(workingFolder: string, path: string): string {
  const near = relative(workingFolder, path)
  return near.startsWith('..') ? path : `./${near}`
}
