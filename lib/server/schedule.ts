import { clinic } from '#lib/clinic.ts'
import type { Db } from '#lib/db/schema.ts'
import { env } from '#lib/env.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { escalateUnopened } from '#lib/inquiries/escalate.ts'
import { logEvent } from '#lib/log.ts'
import { startSchedule, type Task } from '#lib/schedule/run.ts'

const MINUTE_MS = 60_000

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
]

export function serveSchedule(db: Db): { stop: () => Promise<void> } {
  return startSchedule({ db, tasks, report: logEvent })
}
