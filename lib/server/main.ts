import { once } from 'node:events'
import type { Server } from 'node:http'
import next from 'next'
import { clinic, missingFacts } from '#lib/clinic.ts'
import { env } from '#lib/env.ts'
import { logEvent } from '#lib/log.ts'
import { armCrashPoint } from '#lib/process/crash-point.ts'
import { serveDeliveries } from './delivery.ts'
import { createFrontServer } from './front-server.ts'
import { hostsOf } from './hosts.ts'
import { listenOn } from './listen.ts'
import { renderWith } from './next-renderer.ts'
import { startUpWords } from './start-up-words.ts'

/** The whole product in one process: site, messages and delivery on one port. Expects a finished build. */

const DRAIN_MS_MAX = 10_000
const SWEEP_MS = 50

const projectFolder = process.cwd()
const settings = env()
if (settings.crashPoint) armCrashPoint(settings.crashPoint)
const report = (error: unknown) => logEvent('fault', { failure: error instanceof Error ? error.name : 'unknown' })

const deliveries = await serveDeliveries()
const app = next({ dev: false, dir: projectFolder })
await app.prepare()

const server = await createFrontServer({
  projectFolder,
  hosts: hostsOf(settings.siteOrigin),
  isSecure: settings.isSecure,
  render: renderWith(app.getRequestHandler(), settings),
  onError: report,
})
await listenOn(server, settings)
process.stdout.write(startUpWords(settings, { workingFolder: projectFolder, missingFacts: missingFacts(clinic()) }))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    process.stdout.write('Finishing what is under way …\n')
    await drain(server)
    await deliveries.stop()
    process.exit(0)
  })
}

/** Takes no more visitors and waits for those inside, but not for ever. */
async function drain(listening: Server): Promise<void> {
  const closed = once(listening, 'close')
  listening.close()
  // A browser keeps its connection after the answer; without this each would hold up the end for five seconds.
  const sweeping = setInterval(() => listening.closeIdleConnections(), SWEEP_MS)
  const tooLong = setTimeout(() => listening.closeAllConnections(), DRAIN_MS_MAX)
  await closed
  clearInterval(sweeping)
  clearTimeout(tooLong)
}
