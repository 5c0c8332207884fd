import { join } from 'node:path'
import { countKeyFrom } from '#lib/abuse/daily-salt.ts'
import { suspicionOf } from '#lib/abuse/suspicion.ts'
import type { Clinic } from '#lib/clinic.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS } from '#lib/duration.ts'
import type { Env } from '#lib/env.ts'
import { clinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import { acceptInquiry } from '#lib/inquiries/accept.ts'
import { raiseAlarms } from '#lib/inquiries/alarm.ts'
import { indexNewInquiries } from '#lib/inquiries/blind-index.ts'
import { applyHours } from '#lib/inquiries/due.ts'
import { escalateUnopened } from '#lib/inquiries/escalate.ts'
import { purgeDue } from '#lib/inquiries/purge.ts'
import { makeReference } from '#lib/inquiries/reference.ts'
import { retentionRulesOf } from '#lib/inquiries/retention.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { staffKeyFrom } from '#lib/staff/mac.ts'
import { begunScenes } from './begun-scene.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { doDeed } from './deed.ts'
import { closedScenes, quarantinedScenes } from './ended-scene.ts'
import { demoPostman } from './mail.ts'
import { markDemoBegun, markDemoFilled } from './mark.ts'
import { pastScenes } from './past.ts'
import type { Scene } from './scene.ts'
import { hireDemoStaff } from './staff.ts'
import { workingMsBefore } from './time.ts'
import { waitingScenes } from './waiting-scene.ts'

const HISTORY_MS = 91 * 24 * HOUR_MS

type Filling = {
  db: Db
  settings: Env
  sealKeys: SealKeys
  indexKey: Buffer
  draftKey: Buffer
  clinic: Clinic
  seed: number
  now: number
}

type Filled = { stored: number; purged: number }

type Step = { at: number; act: () => Promise<void> }

/** Fills an empty database with invented inquiries, each through the code that takes and answers real ones. */
export async function fillDemo(filling: Filling): Promise<Filled> {
  const { db, settings, sealKeys, indexKey, clinic, now } = filling
  const hours = clinicHours(clinic)
  const { mailFrom, clinicInboxBackup, backupWorkingMs, staffOrigin } = settings
  await migrateDatabase(db)
  await markDemoBegun(db, now)

  const chance = chanceFrom(filling.seed)
  const all = [...waitingScenes, ...begunScenes, ...quarantinedScenes, ...closedScenes, ...pastScenes(chance)]
  const steps = await stepsOf(filling, all, chance)
  for (const { act } of steps.toSorted((one, other) => one.at - other.at)) await act()

  // What the server would do in its first minute anyhow, so that it starts in peace.
  const mail = demoPostman(db, join(settings.dataDir, 'mailbox'), sealKeys.privateKeys)
  await indexNewInquiries(db, sealKeys.privateKeys, indexKey, now)
  const { publicKeys } = sealKeys
  const told = { from: mailFrom, to: clinicInboxBackup, publicKeys, inboxUrl: `${staffOrigin}/staff` }
  await escalateUnopened(db, now, { hours, afterWorkingMs: backupWorkingMs, ...told })
  await raiseAlarms(db, now, told)
  await mail(now)
  const purged = await purgeDue({
    db,
    now,
    rules: retentionRulesOf(clinic),
    workingMs: (from, to) => workingMsBetween(from, to, hours),
    isClockConfirmed: true,
  })
  await markDemoFilled(db, now)
  return { stored: all.length, purged: purged.kind === 'done' ? purged.deleted.length : 0 }
}

async function stepsOf(filling: Filling, all: Scene[], chance: Chance): Promise<Step[]> {
  const { db, settings, sealKeys, clinic, now } = filling
  const hours = clinicHours(clinic)
  const sitDown = await hireDemoStaff({ db, keys: sealKeys, now: now - HISTORY_MS }, staffKeyFrom(filling.indexKey))
  const mail = demoPostman(db, join(settings.dataDir, 'mailbox'), sealKeys.privateKeys)
  const setting = {
    db,
    publicKeys: sealKeys.publicKeys,
    countKey: countKeyFrom(filling.draftKey),
    siteOrigin: settings.siteOrigin,
    clinic,
    mail: { mode: settings.inquiryEmail, from: settings.mailFrom, to: settings.clinicInbox },
    pickReference: () => makeReference(chance.below),
  }

  return all.flatMap((scene): Step[] => {
    const id = chance.uuid()
    const arrivedAt = workingMsBefore(now, scene.ago * HOUR_MS, hours)
    let reference = ''
    const arrive = async () => {
      const suspicion = suspicionOf(scene.signals ?? [])
      const request = { id, inquiry: scene.inquiry, locale: 'en', suspicion }
      const receipt = await acceptInquiry({ ...setting, now: () => arrivedAt }, request)
      reference = receipt.reference
      await applyHours(db, arrivedAt, { hours, dueWorkingMs: settings.dueWorkingMs })
      await mail(arrivedAt, scene.trouble)
    }
    const deeds = (scene.deeds ?? []).map((deed): Step => {
      const at = workingMsBefore(now, (scene.ago - deed.after) * HOUR_MS, hours)
      return { at, act: () => doDeed(sitDown(deed.by, at), reference, deed, hours) }
    })
    return [{ at: arrivedAt, act: arrive }, ...deeds]
  })
}
