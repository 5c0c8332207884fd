import { once } from 'node:events'
import type { Server } from 'node:http'

const reasons: Record<string, string> = {
  EADDRINUSE: 'PORT {port} is taken by another program: stop that program, or set PORT to another number.',
  EACCES: 'PORT {port} may not be used by this account: set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'HOST {host} is not an address of this machine: set HOST to one that is, like 127.0.0.1.',
}

/** Whoever knocks while so many wait to be let in is not heard at all; Node's own 511 are fewer than a burst. */
const KNOCKING_MAX = 4096

/** Listens, or throws one sentence that names the setting to change. */
export async function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen({ port, host, backlog: KNOCKING_MAX })
  try {
    await once(server, 'listening')
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    if (!reason) throw error
    throw new Error(reason.replace('{port}', String(port)).replace('{host}', host), { cause: error })
  }
}
