import { lastBackupAt } from '#lib/backup/nightly.ts'
import { proveUsable } from '#lib/db/probe.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { oldestUnopenedAt } from '#lib/inquiries/opened.ts'
import { hasLateDelivery, hasTroubledDelivery } from '#lib/outbox/late.ts'
import { findPause } from '#lib/outbox/pause.ts'
import { keptFor } from '#lib/process/kept-for.ts'
import { lastRunAt } from '#lib/schedule/pulse.ts'

/** Everything that can be wrong with a running deployment, and what to make of it. */
export const healthReasons = {
  'storage-failing': {
    status: 'down',
    words: 'The database cannot be written: nothing new can be accepted. Check its disk or its server.',
  },
  'delivery-paused': {
    status: 'degraded',
    words: 'No e-mail goes out until the mail service accepts us again. Inquiries are kept and wait.',
  },
  'delivery-late': {
    status: 'degraded',
    words: 'An e-mail has been owed for more than 15 minutes. Is the delivery process running?',
  },
  attention: { status: 'degraded', words: 'An e-mail could not be delivered and needs a person.' },
  unopened: { status: 'degraded', words: 'An inquiry has waited for hours, and nobody has opened it.' },
  'backup-old': { status: 'degraded', words: 'The last nightly backup is more than 26 hours old.' },
  'schedule-stopped': {
    status: 'degraded',
    words: 'Upkeep (escalation, purging, backups) has not run for minutes. Is the delivery process running?',
  },
} as const satisfies Record<string, { status: 'degraded' | 'down'; words: string }>

export type HealthReason = keyof typeof healthReasons
export type Health = { status: 'ok' | 'degraded' | 'down'; reasons: HealthReason[] }

const KEPT_MS = 1000
const PROBE_KEPT_MS = 10_000
const ANSWER_MS_MAX = 3000
const BACKUP_MS_MAX = 26 * HOUR_MS
const SILENCE_MS_MAX = 3 * MINUTE_MS

type Watched = {
  db: Db
  hours: () => ClinicHours
  alarmWorkingMs: number
  onFailure?: (error: unknown) => void
  now?: () => number
  steadyNow?: () => number
}

/** What is wrong, from the table above and nothing else. Asked however often, it looks once a second. */
export function watchHealth(watched: Watched): () => Promise<Health> {
  const { db, now = Date.now, steadyNow = () => performance.now(), onFailure = () => {} } = watched
  const startedAt = steadyNow()
  const probe = keptFor(PROBE_KEPT_MS, () => retryWhenBusy(() => proveUsable(db), { isRepeatable: true }), steadyNow)

  async function look(): Promise<Health> {
    try {
      const isStarting = steadyNow() - startedAt < SILENCE_MS_MAX
      return healthFor(await withinTime(Promise.all([findReasons(watched, now(), isStarting), probe()])).then(first))
    } catch (error) {
      onFailure(error)
      return healthFor(['storage-failing'])
    }
  }
  return keptFor(KEPT_MS, look, steadyNow)
}

export function healthFor(reasons: HealthReason[]): Health {
  const isDown = reasons.some((reason) => healthReasons[reason].status === 'down')
  return { status: isDown ? 'down' : reasons.length > 0 ? 'degraded' : 'ok', reasons }
}

async function findReasons(watched: Watched, now: number, isStarting: boolean): Promise<HealthReason[]> {
  const { db } = watched
  const found: Record<Exclude<HealthReason, 'storage-failing'>, boolean> = {
    'delivery-paused': (await findPause(db, now)) !== undefined,
    'delivery-late': await hasLateDelivery(db, now),
    attention: await hasTroubledDelivery(db, now),
    unopened: await isUnopenedTooLong(watched, now),
    'backup-old': isOlderThan(BACKUP_MS_MAX, await lastBackupAt(db), now) ?? false,
    // Of roles that start together, delivery may be the last.
    'schedule-stopped': !isStarting && (isOlderThan(SILENCE_MS_MAX, await lastRunAt(db), now) ?? true),
  }
  return (Object.keys(found) as (keyof typeof found)[]).filter((reason) => found[reason])
}

async function isUnopenedTooLong({ db, hours, alarmWorkingMs }: Watched, now: number): Promise<boolean> {
  const oldest = await oldestUnopenedAt(db)
  return oldest !== undefined && workingMsBetween(oldest, now, hours()) >= alarmWorkingMs
}

// Ahead by as much is as wrong: the clock was set back since.
function isOlderThan(ms: number, at: number | undefined, now: number): boolean | undefined {
  return at === undefined ? undefined : Math.abs(now - at) > ms
}

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  const tooLong = AbortSignal.timeout(ANSWER_MS_MAX)
  const late = new Promise<never>((_, reject) =>
    tooLong.addEventListener('abort', () => reject(tooLong.reason), { once: true }),
  )
  return Promise.race([work, late])
}

const first = <Result>([result]: [Result, unknown]) => result
