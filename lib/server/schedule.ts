import { clinic } from '#lib/clinic.ts'
import type { Db } from '#lib/db/schema.ts'
import { env } from '#lib/env.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { escalateUnopened } from '#lib/inquiries/escalate.ts'
import { purgeDue } from '#lib/inquiries/purge.ts'
import { retentionRulesOf } from '#lib/inquiries/retention.ts'
import { logEvent } from '#lib/log.ts'
import { startSchedule, type Task } from '#lib/schedule/run.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The hours as the clinic has them now; the file is read again only when it has changed. */
export const currentHours = () => clinicHours(clinic())

/** Everything this product does by the clock, and how often. */
export const tasks: Task[] = [
  {
    name: 'apply-hours',
    everyMs: MINUTE_MS,
    run: (db, now) => applyHours(db, now, { hours: currentHours(), dueWorkingMs: env().dueWorkingMs }),
  },
  {
    name: 'escalate-unopened',
    everyMs: MINUTE_MS,
    run: (db, now) => {
      const { backupWorkingMs, mailFrom, clinicInboxBackup, sealKeys, staffOrigin } = env()
      return escalateUnopened(db, now, {
        hours: currentHours(),
        afterWorkingMs: backupWorkingMs,
        from: mailFrom,
        to: clinicInboxBackup,
        publicKeys: sealKeys.publicKeys,
        inboxUrl: `${staffOrigin}/staff`,
      })
    },
  },
  {
    name: 'index-new-inquiries',
    everyMs: MINUTE_MS,
    run: async (db, now) => {
      const { sealKeys, indexKey } = env()
      const { unopened } = await indexNewInquiries(db, sealKeys.privateKeys, indexKey, now)
      if (unopened > 0) logEvent('not-indexed', { failure: 'unknown-key' })
    },
  },
  {
    name: 'purge-due',
    everyMs: HOUR_MS,
    run: async (db, now) => {
      const { kind } = await purgeDue({ db, now, rules: retentionRulesOf(clinic()) })
      if (kind === 'clock-behind') logEvent('nothing-purged', { failure: kind })
    },
  },
]

export function serveSchedule(db: Db): { stop: () => Promise<void> } {
  return startSchedule({ db, tasks, report: logEvent })
}
