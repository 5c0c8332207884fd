import { once } from 'node:events'
import type { Server } from 'node:http'

const DRAIN_MS_MAX = 10_000
const SWEEP_MS = 50

/** Takes no more visitors and waits for those inside, but not for ever. */
export async function drain(listening: Server): Promise<void> {
  const closed = once(listening, 'close')
  listening.close()
  // A browser keeps its connection after the answer; without this each would hold up the end for five seconds.
  const sweeping = setInterval(() => listening.closeIdleConnections(), SWEEP_MS)
  const tooLong = setTimeout(() => listening.closeAllConnections(), DRAIN_MS_MAX)
  await closed
  clearInterval(sweeping)
  clearTimeout(tooLong)
}
