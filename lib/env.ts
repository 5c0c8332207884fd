import { join, resolve } from 'node:path'
import { oncePerProcess } from '#lib/process/once.ts'
import { rawKeyFrom, textOfKey } from '#lib/seal/key-pair.ts'
import { draftKeyIn, indexKeyIn, keyTextAt, type SealKeys, sealKeysFrom, sealKeysIn } from '#lib/seal/keys.ts'
import { type Variables, variables } from './variable.ts'

/** One sentence that names the variable and says what to do. Never holds a value that may be secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

export type Env = ReturnType<typeof readEnv>

/** Reads and checks the settings; touches no file. */
export function readEnv(source: Record<string, string | undefined>) {
  const filledIn = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = variables.safeParse(filledIn)
  if (!read.success) throw new EnvironmentError(read.error.issues[0]?.message)

  const { PORT: port, HOST: host, ...given } = read.data
  const siteOrigin = given.SITE_ORIGIN ? new URL(given.SITE_ORIGIN).origin : `http://localhost:${port}`
  const dataDir = resolve(given.DATA_DIR)

  return {
    port,
    host,
    siteOrigin,
    isSiteOriginGiven: given.SITE_ORIGIN !== undefined,
    isSecure: siteOrigin.startsWith('https:'),
    staffOrigin: given.STAFF_ORIGIN ? new URL(given.STAFF_ORIGIN).origin : siteOrigin,
    role: given.ROLE,
    proxyHops: given.PROXY_HOPS,
    databaseUrl: given.DATABASE_URL,
    clinicInboxBackup: given.CLINIC_INBOX_BACKUP,
    webhookSecrets: given.RESEND_WEBHOOK_SECRET?.split(' ') ?? [],
    dataDir,
    databasePath: join(dataDir, 'clinic.db'),
    keysDir: join(dataDir, 'keys'),
    ...readEmail(given, dataDir),
    sealPublicKey: given.SEAL_PUBLIC_KEY,
    sealPrivateKeys: readPrivateKeys(given),
    givenDraftKey: given.DRAFT_KEY,
    givenIndexKey: given.INDEX_KEY,
  }
}

type EmailDoor = { kind: 'local-mailbox'; mailbox: string } | { kind: 'resend'; apiKey: string; baseUrl?: string }
type EmailSettings = { email: EmailDoor; inquiryEmail: 'full' | 'notice'; mailFrom: string; clinicInbox: string }

function readEmail(given: Omit<Variables, 'PORT' | 'HOST'>, dataDir: string): EmailSettings {
  if (!given.RESEND_API_KEY) {
    if (given.RESEND_BASE_URL) throw new EnvironmentError('RESEND_BASE_URL needs RESEND_API_KEY: set both or neither.')
    return {
      email: { kind: 'local-mailbox', mailbox: join(dataDir, 'mailbox') },
      inquiryEmail: given.INQUIRY_EMAIL ?? 'full',
      mailFrom: given.MAIL_FROM ?? 'Clinic website <website@clinic.invalid>',
      clinicInbox: given.CLINIC_INBOX ?? 'inbox@clinic.invalid',
    }
  }

  if (!given.INQUIRY_EMAIL)
    throw new EnvironmentError(
      'INQUIRY_EMAIL must be set to full or notice when RESEND_API_KEY is set: full sends what people wrote through Resend, notice only that they wrote.',
    )
  if (!given.MAIL_FROM)
    throw new EnvironmentError(
      'MAIL_FROM must be set when RESEND_API_KEY is set: an address of a domain verified there.',
    )
  if (!given.CLINIC_INBOX)
    throw new EnvironmentError(
      'CLINIC_INBOX must be set when RESEND_API_KEY is set: the address that receives inquiries.',
    )

  return {
    email: {
      kind: 'resend',
      apiKey: given.RESEND_API_KEY,
      ...(given.RESEND_BASE_URL && { baseUrl: given.RESEND_BASE_URL.replace(/\/+$/, '') }),
    },
    inquiryEmail: given.INQUIRY_EMAIL,
    mailFrom: given.MAIL_FROM,
    clinicInbox: given.CLINIC_INBOX,
  }
}

function readPrivateKeys({
  SEAL_PUBLIC_KEY,
  SEAL_PRIVATE_KEYS,
}: Pick<Variables, 'SEAL_PUBLIC_KEY' | 'SEAL_PRIVATE_KEYS'>) {
  if (SEAL_PUBLIC_KEY && !SEAL_PRIVATE_KEYS)
    throw new EnvironmentError('SEAL_PUBLIC_KEY needs SEAL_PRIVATE_KEYS: without them nobody could open an inquiry.')
  return SEAL_PRIVATE_KEYS
}

/** The settings of this process, with its keys; keys are read or made when first asked for, so a build needs none. */
export function env(): Env & { readonly sealKeys: SealKeys; readonly draftKey: Buffer; readonly indexKey: Buffer } {
  return oncePerProcess('env', () => {
    const settings = readEnv(process.env)
    return {
      ...settings,
      get sealKeys() {
        return oncePerProcess('seal-keys', () => sealKeysOf(settings))
      },
      get draftKey() {
        return oncePerProcess('draft-key', () => draftKeyOf(settings))
      },
      get indexKey() {
        return oncePerProcess('index-key', () => indexKeyOf(settings))
      },
    }
  })
}

export function sealKeysOf({ sealPrivateKeys, sealPublicKey, keysDir }: Env): SealKeys {
  if (!sealPrivateKeys) return named('DATA_DIR', 'holds sealing keys that cannot be read', () => sealKeysIn(keysDir))

  const keys = named('SEAL_PRIVATE_KEYS', 'must hold keys of 43 characters, or the path of a file that does', () =>
    sealKeysFrom(keyTextAt(sealPrivateKeys)),
  )
  if (!sealPublicKey) return keys

  const text = named('SEAL_PUBLIC_KEY', 'must be a key of 43 characters, or the path of a file that holds one', () =>
    textOfKey(rawKeyFrom(keyTextAt(sealPublicKey))),
  )
  const own = keys.privateKeys.find(({ publicKey }) => textOfKey(publicKey.raw) === text)
  if (!own) throw new EnvironmentError('SEAL_PUBLIC_KEY must belong to one of SEAL_PRIVATE_KEYS: check both.')
  return { ...keys, publicKey: own.publicKey }
}

export function draftKeyOf({ givenDraftKey, keysDir }: Env): Buffer {
  if (!givenDraftKey) return named('DATA_DIR', 'holds a draft key that cannot be read', () => draftKeyIn(keysDir))
  return named('DRAFT_KEY', 'must be a key of 43 characters, or the path of a file that holds one', () =>
    rawKeyFrom(keyTextAt(givenDraftKey)),
  )
}

export function indexKeyOf({ givenIndexKey, keysDir }: Env): Buffer {
  if (!givenIndexKey) return named('DATA_DIR', 'holds an index key that cannot be read', () => indexKeyIn(keysDir))
  return named('INDEX_KEY', 'must be a key of 43 characters, or the path of a file that holds one', () =>
    rawKeyFrom(keyTextAt(givenIndexKey)),
  )
}

/** What the person who runs this should know about the settings that stand, one sentence each. */
export function notConfigured(settings: Env): string[] {
  const { email, inquiryEmail, sealPrivateKeys, isSiteOriginGiven, siteOrigin, keysDir } = settings
  const { webhookSecrets, clinicInboxBackup } = settings
  return [
    !isSiteOriginGiven && `Links in e-mails point to ${siteOrigin}: set SITE_ORIGIN to the public address.`,
    email.kind === 'local-mailbox' &&
      `E-mails are written to ${email.mailbox} and sent to nobody: set RESEND_API_KEY to send them.`,
    email.kind === 'resend' &&
      inquiryEmail === 'full' &&
      'E-mails hold what people wrote, and Resend keeps a copy: INQUIRY_EMAIL=notice sends only that they wrote.',
    email.kind === 'resend' &&
      webhookSecrets.length === 0 &&
      'Nobody hears when an e-mail bounces: set RESEND_WEBHOOK_SECRET, and let Resend call SITE_ORIGIN/webhooks/resend.',
    email.kind === 'resend' &&
      !clinicInboxBackup &&
      'Nobody is told when an e-mail to the clinic does not arrive: set CLINIC_INBOX_BACKUP to a second address.',
    !sealPrivateKeys &&
      `Sealing keys are kept in ${keysDir}: keep a copy elsewhere, without them no inquiry can be opened.`,
  ].filter((sentence) => sentence !== false)
}

function named<Key>(variable: string, rule: string, read: () => Key): Key {
  try {
    return read()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new EnvironmentError(`${variable} ${rule}${code ? ` (${code})` : ''}.`)
  }
}

/** The environment a program that we start ourselves gets: ours, and what it needs besides. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions } as NodeJS.ProcessEnv
}
