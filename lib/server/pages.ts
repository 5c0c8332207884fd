import type { Server } from 'node:http'
import next from 'next'
import { env } from '#lib/env.ts'
import type { Health } from '#lib/health.ts'
import { createFrontServer } from './front-server.ts'
import { hostsOf } from './hosts.ts'
import { renderWith } from './next-renderer.ts'
import { roleDoor } from './role-door.ts'
import { staffDoor } from './staff-door.ts'

type Options = { projectFolder: string; health: () => Promise<Health>; onError: (error: unknown) => void }

/** The server of every role that has pages. Expects a finished build. */
export async function servePages({ projectFolder, health, onError }: Options): Promise<Server> {
  const { role, siteOrigin, isSiteOriginGiven, staffOrigin, isSecure, proxyHops } = env()
  const origins = { all: [siteOrigin, staffOrigin], site: [siteOrigin], inbox: [staffOrigin], delivery: [] }[role]
  const app = next({ dev: false, dir: projectFolder })
  await app.prepare()

  return createFrontServer({
    projectFolder,
    hosts: [...new Set(origins.flatMap(hostsOf))],
    isSecure,
    render: renderWith(app.getRequestHandler(), { proxyHops, isSecure }),
    staffDoor: role === 'site' ? undefined : staffDoor(),
    answerFirst: roleDoor({ role, siteOrigin, isSiteOriginGiven, isSecure, health }),
    onError,
  })
}
