import type { EmailSettings } from './email.ts'
import { areKeysWithinReach, type KeySettings } from './key.ts'
import type { Role } from './role.ts'

type Settings = EmailSettings &
  KeySettings & {
    isSiteOriginGiven: boolean
    isStaffOriginGiven: boolean
    isMailAddressGiven: boolean
    siteOrigin: string
    databaseUrl: string | undefined
    host: string
    proxyHops: number
    webhookSecrets: string[]
  }

/** Each advice: the roles it concerns, when it is due, and its sentence. */
type Advice = { for: Role[]; when: (settings: Settings) => boolean; words: (settings: Settings) => string }

const advice: Advice[] = [
  {
    for: ['all', 'site', 'delivery'],
    when: ({ isSiteOriginGiven }) => !isSiteOriginGiven,
    words: ({ siteOrigin }) => `Links in e-mails point to ${siteOrigin}: set SITE_ORIGIN to the public address.`,
  },
  {
    for: ['all', 'site'],
    // A public address with a listener that only this machine can reach means that something stands before it.
    when: ({ siteOrigin, host, proxyHops }) =>
      proxyHops === 0 && isOwnMachine(host) && !isOwnMachine(new URL(siteOrigin).hostname),
    words: () =>
      'Visitors cannot be told apart, so a flood from one of them is not held back: set PROXY_HOPS to the number of proxies in front.',
  },
  {
    for: ['site'],
    when: ({ isSiteOriginGiven, isStaffOriginGiven }) => isSiteOriginGiven && !isStaffOriginGiven,
    words: () => 'Links to the inbox point to this site, which has none: set STAFF_ORIGIN to its address.',
  },
  {
    for: ['all', 'delivery'],
    when: ({ email }) => email.kind === 'local-mailbox',
    words: ({ email }) =>
      `E-mails are written to ${email.kind === 'local-mailbox' ? email.mailbox : ''} and sent to nobody: set RESEND_API_KEY to send them.`,
  },
  {
    for: ['site'],
    when: ({ isMailAddressGiven }) => !isMailAddressGiven,
    words: ({ clinicInbox }) =>
      `E-mails are addressed to ${clinicInbox}: set MAIL_FROM, CLINIC_INBOX and INQUIRY_EMAIL as for ROLE=delivery.`,
  },
  {
    for: ['all', 'delivery'],
    when: ({ email, inquiryEmail }) => email.kind === 'resend' && inquiryEmail === 'full',
    words: () =>
      'E-mails hold what people wrote, and Resend keeps a copy: INQUIRY_EMAIL=notice sends only that they wrote.',
  },
  {
    for: ['all', 'delivery'],
    when: ({ clinicInboxBackup }) => clinicInboxBackup === undefined,
    words: () =>
      'Nobody is told when an inquiry stays unopened or the clinic inbox refuses mail: set CLINIC_INBOX_BACKUP to a second address.',
  },
  {
    for: ['all', 'delivery'],
    when: ({ email, webhookSecrets }) => email.kind === 'resend' && webhookSecrets.length === 0,
    words: ({ siteOrigin }) =>
      `Nobody hears when an e-mail bounces: let Resend call ${siteOrigin}/webhooks/resend, and set RESEND_WEBHOOK_SECRET.`,
  },
  {
    for: ['all', 'inbox', 'delivery'],
    when: ({ sealPrivateKeys }) => !sealPrivateKeys,
    words: ({ keysDir }) =>
      `Sealing keys are kept in ${keysDir}: keep a copy elsewhere, without them no inquiry can be opened.`,
  },
  {
    for: ['site'],
    when: areKeysWithinReach,
    words: ({ keysDir }) =>
      `Private keys lie in ${keysDir}, where whoever takes over this site could read them: move them away, and name them to ROLE=delivery and ROLE=inbox in SEAL_PRIVATE_KEYS.`,
  },
  {
    for: ['site'],
    when: ({ databaseUrl, givenDraftKey }) => databaseUrl !== undefined && !givenDraftKey,
    words: () => 'A form begun on one machine cannot be sent on another: give every ROLE=site the same DRAFT_KEY.',
  },
]

/** What the person who runs this should know about the settings that stand, one sentence each. */
export function notConfigured(settings: Settings): string[] {
  return advice
    .filter((one) => one.for.includes(settings.role) && one.when(settings))
    .map(({ words }) => words(settings))
}

function isOwnMachine(host: string): boolean {
  return /^(localhost|127\.|::1$)/.test(host)
}
