import { join, resolve } from 'node:path'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { oncePerProcess } from '#lib/process/once.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { readCrashPoint } from './environment/crash-point.ts'
import { readEmail } from './environment/email.ts'
import { EnvironmentError } from './environment/failure.ts'
import { hostMarkers } from './environment/host-marker.ts'
import { draftKeyOf, indexKeyOf, sealKeysOf } from './environment/key.ts'
import { refuseWrongTogether } from './environment/role.ts'
import { variables } from './environment/variable.ts'

export { notConfigured } from './environment/advice.ts'
export { draftKeyOf, EnvironmentError, indexKeyOf, sealKeysOf }

export type Env = ReturnType<typeof readEnv>

// Next sets this when it is loaded, and React chooses between its two builds by it whenever a part of it is. Parts
// loaded before and after would not fit together, and no e-mail could be written.
const settings = process.env as Record<string, string | undefined>
settings.NODE_ENV ??= 'production'

/** Reads and checks the settings; touches no file. */
export function readEnv(source: Record<string, string | undefined>) {
  const filledIn = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = variables.safeParse(filledIn)
  if (!read.success) throw new EnvironmentError(read.error.issues[0]?.message)

  const given = read.data
  refuseWrongTogether(given)
  const { PORT: port, HOST: host, ROLE: role } = given
  const siteOrigin = given.SITE_ORIGIN ? new URL(given.SITE_ORIGIN).origin : `http://localhost:${port}`
  const staffOrigin = given.STAFF_ORIGIN ? new URL(given.STAFF_ORIGIN).origin : siteOrigin
  const dataDir = resolve(given.DATA_DIR)

  return {
    port,
    host,
    siteOrigin,
    isSiteOriginGiven: given.SITE_ORIGIN !== undefined,
    staffOrigin,
    isStaffOriginGiven: given.STAFF_ORIGIN !== undefined,
    isSecure: (role === 'inbox' ? staffOrigin : siteOrigin).startsWith('https:'),
    role,
    proxyHops: given.PROXY_HOPS,
    surgeAnHour: given.SURGE_AN_HOUR,
    databaseUrl: given.DATABASE_URL,
    hostMarkers: hostMarkers.filter((name) => filledIn[name] !== undefined),
    webhookSecrets: given.RESEND_WEBHOOK_SECRET?.split(' ') ?? [],
    dataDir,
    databasePath: join(dataDir, 'clinic.db'),
    keysDir: join(dataDir, 'keys'),
    ...readEmail(given, dataDir),
    isMailAddressGiven: given.CLINIC_INBOX !== undefined,
    /** Unset: one working day. */
    dueWorkingMs: given.DUE_WORKING_HOURS && given.DUE_WORKING_HOURS * HOUR_MS,
    backupWorkingMs: given.BACKUP_WORKING_MINUTES * MINUTE_MS,
    alarmWorkingMs: given.ALARM_WORKING_HOURS * HOUR_MS,
    sealPublicKey: given.SEAL_PUBLIC_KEY,
    sealPrivateKeys: given.SEAL_PRIVATE_KEYS,
    givenDraftKey: given.DRAFT_KEY,
    givenIndexKey: given.INDEX_KEY,
    crashPoint: readCrashPoint(given, { host, siteOrigin }),
  }
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

/** The environment a program that we start ourselves gets: ours, and what it needs besides. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions } as NodeJS.ProcessEnv
}
