import { createServer } from 'node:http'
import { clinic, missingFacts } from '#lib/clinic.ts'
import { placeWarning } from '#lib/db/place.ts'
import { isDemo } from '#lib/demo/mark.ts'
import { env } from '#lib/env.ts'
import { watchHealth } from '#lib/health.ts'
import { currentHours } from '#lib/hours/clinic-hours.ts'
import { logEvent } from '#lib/log.ts'
import { findPause } from '#lib/outbox/pause.ts'
import { armCrashPoint } from '#lib/process/crash-point.ts'
import { faultName } from '#lib/process/fault-name.ts'
import { textOfKey } from '#lib/seal/key-pair.ts'
import { firstManagerLink } from '#lib/staff/first-manager.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { serveDeliveries } from './delivery.ts'
import { drain } from './drain.ts'
import { listenOn } from './listen.ts'
import { healthOnly } from './role-door.ts'
import { serveSchedule } from './schedule.ts'
import { startUpWords } from './start-up-words.ts'
import { openStorage } from './storage.ts'

/** Starts one process of the product: by default the whole of it, otherwise the part that ROLE names. Throws when it cannot. */
export async function serve(): Promise<void> {
  const projectFolder = process.cwd()
  const settings = env()
  const { role, alarmWorkingMs, staffOrigin } = settings
  if (settings.crashPoint) armCrashPoint(settings.crashPoint)
  const onError = (error: unknown) => logEvent('fault', { failure: faultName(error) })

  const db = await openStorage()
  const health = watchHealth({ db, hours: currentHours, alarmWorkingMs, onFailure: onError })
  const workers = role === 'all' || role === 'delivery' ? [serveDeliveries(db), serveSchedule(db)] : []
  const server =
    role === 'delivery'
      ? createServer(healthOnly({ health, isSecure: settings.isSecure }))
      : // Next takes a second to load, and a process without pages never needs it.
        await (await import('./pages.ts')).servePages({ projectFolder, health, onError })
  await listenOn(server, settings)

  const known = {
    workingFolder: projectFolder,
    missingFacts: missingFacts(clinic()),
    note: placeWarning(settings),
    isDemo: await isDemo(db),
    pause: await findPause(db, Date.now()),
    firstLink:
      role === 'all' || role === 'inbox'
        ? await firstManagerLink(setting(), { staffOrigin, now: Date.now() })
        : undefined,
    reasons: (await health()).reasons,
    publicKeys: settings.sealKeys.publicKeys.map(({ raw }) => textOfKey(raw)).join(','),
  }
  process.stdout.write(startUpWords(settings, known))

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      process.stdout.write('Finishing what is under way …\n')
      await drain(server)
      await Promise.all(workers.map((worker) => worker.stop()))
      await db.destroy()
      process.exit(0)
    })
  }
}

if (import.meta.main) {
  // Next, once loaded, lets a process live on that was never started: nobody could reach it, and nobody would know.
  await serve().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  })
}
