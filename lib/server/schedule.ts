import { join } from 'node:path'
import { forgetOldCounts } from '#lib/abuse/forget-old-counts.ts'
import { makeBackupAside } from '#lib/backup/make-aside.ts'
import { nightlyBackup } from '#lib/backup/nightly.ts'
import { clinic } from '#lib/clinic.ts'
import { databasePlace } from '#lib/db/connection.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { env } from '#lib/env.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { sendDigest } from '#lib/inbox/digest.ts'
import { raiseAlarms } from '#lib/inquiries/alarm.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { wipeIfOwed } from '#lib/inquiries/delete.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { escalateUnopened } from '#lib/inquiries/escalate.ts'
import { noticeSettingOfThisProcess } from '#lib/inquiries/notice-setting.ts'
import { purgeDue } from '#lib/inquiries/purge.ts'
import { retentionRulesOf } from '#lib/inquiries/retention.ts'
import { releaseSurge } from '#lib/inquiries/surge.ts'
import { logEvent } from '#lib/log.ts'
import { forgetOldEvents } from '#lib/outbox/provider-event.ts'
import { wakeDelivery } from '#lib/outbox/wake.ts'
import { startSchedule, type Task } from '#lib/schedule/run.ts'

/** Everything this product does by the clock, and how often. `place` is where its database is. */
export const tasksAt = (place: string): Task[] => [
  { name: 'forget-old-events', everyMs: HOUR_MS, run: forgetOldEvents },
  {
    name: 'apply-hours',
    everyMs: MINUTE_MS,
    run: (db, now) => applyHours(db, now, { hours: currentHours(), dueWorkingMs: env().dueWorkingMs }),
  },
  {
    name: 'escalate-unopened',
    everyMs: MINUTE_MS,
    run: (db, now) =>
      escalateUnopened(db, now, {
        ...noticeSettingOfThisProcess(),
        hours: currentHours(),
        afterWorkingMs: env().backupWorkingMs,
      }),
  },
  {
    name: 'raise-alarms',
    everyMs: MINUTE_MS,
    run: async (db, now) => {
      if ((await raiseAlarms(db, now, noticeSettingOfThisProcess())) > 0) wakeDelivery()
    },
  },
  { name: 'release-surge', everyMs: MINUTE_MS, run: releaseSurge },
  { name: 'forget-old-counts', everyMs: HOUR_MS, run: forgetOldCounts },
  {
    name: 'index-new-inquiries',
    everyMs: MINUTE_MS,
    run: async (db, now) => {
      const { sealKeys, indexKey } = env()
      const { unopenable } = await indexNewInquiries(db, sealKeys.privateKeys, indexKey, now)
      if (unopenable > 0) logEvent('not-indexed', { failure: 'unknown-key' })
    },
  },
  {
    name: 'purge-due',
    everyMs: HOUR_MS,
    run: async (db, now) => {
      const purged = await purgeDue({ db, now, rules: retentionRulesOf(clinic()) })
      if (purged.kind === 'clock-behind') logEvent('nothing-purged', { failure: purged.kind })
      else if (!purged.isWiped) logEvent('not-wiped', { failure: 'busy' })
    },
  },
  {
    // After somebody deleted one in the inbox, and after a wipe that did not come about.
    name: 'wipe',
    everyMs: 10_000,
    run: async (db) => {
      if (!(await wipeIfOwed(db))) logEvent('not-wiped', { failure: 'busy' })
    },
  },
  {
    name: 'nightly-backup',
    everyMs: HOUR_MS,
    run: async (db, now) => {
      const folder = join(env().dataDir, 'backups')
      await nightlyBackup(db, now, () => makeBackupAside({ place, folder, now }))
    },
  },
  {
    // Counts alone, each morning, to whoever is told when nobody opens an inquiry.
    name: 'send-digest',
    everyMs: 10 * MINUTE_MS,
    run: (db, now) => {
      const setting = noticeSettingOfThisProcess()
      return sendDigest(db, now, { ...setting, hours: currentHours(), inboxUrl: `${setting.inboxUrl}/overview` })
    },
  },
]

export function serveSchedule(db: Db): { stop: () => Promise<void> } {
  return startSchedule({ db, tasks: tasksAt(databasePlace()), report: logEvent })
}
