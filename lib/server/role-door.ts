import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '#lib/env.ts'
import type { Health } from '#lib/health.ts'
import { isStaffPath } from '#lib/staff/path.ts'
import { sendAnswer } from './answer.ts'
import { securityHeaders } from './headers.ts'
import { pathOf } from './query.ts'

const HEALTH_PATH = '/health'

type Door = (request: IncomingMessage, response: ServerResponse) => boolean
type Plain = { status: number; body?: string; headers?: Record<string, string> }
type AskHealth = () => Promise<Health>
type Settings = Pick<Env, 'role' | 'siteOrigin' | 'isSiteOriginGiven' | 'isSecure'> & { health: AskHealth }

const asset = /\.(js|css|woff2|png|svg|ico)$/

/**
 * Answers what concerns the whole process before any page is looked for: its health, and what its role does not serve.
 *
 * True when it has answered. Health comes before every rule about hosts: a watchdog asks by address, not by name.
 */
export function roleDoor({ role, siteOrigin, isSiteOriginGiven, isSecure, health }: Settings): Door {
  const send = senderWith(isSecure)
  const elsewhere = (path: string): Plain => {
    if (path === '/') return { status: 302, headers: { Location: '/staff' } }
    if (isSiteOriginGiven && /^\/[^/\\]/.test(path))
      return { status: 302, headers: { Location: `${siteOrigin}${path}` } }
    return { status: 404, body: 'Only the inbox is here: open /staff.\n' }
  }

  return (request, response) => {
    const path = pathOf(request)
    if (path === HEALTH_PATH) void answerHealth(health, request).then((plain) => send(request, response, plain))
    else if (role === 'inbox' && !isStaffPath(path) && !asset.test(path)) send(request, response, elsewhere(path))
    else return false
    return true
  }
}

/** The whole of a process that has no pages: its health, and nothing else. */
export function healthOnly({ health, isSecure }: { health: AskHealth; isSecure: boolean }) {
  const send = senderWith(isSecure)
  const nothing: Plain = { status: 404, body: 'This process delivers e-mail and has no pages.\n' }

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (pathOf(request) !== HEALTH_PATH) send(request, response, nothing)
    else void answerHealth(health, request).then((plain) => send(request, response, plain))
  }
}

async function answerHealth(health: AskHealth, { method }: IncomingMessage): Promise<Plain> {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, body: 'Health can only be read.\n', headers: { Allow: 'GET, HEAD', Connection: 'close' } }
  const found = await health()
  return {
    status: found.status === 'down' ? 503 : 200,
    body: `${JSON.stringify(found)}\n`,
    headers: { 'Content-Type': 'application/json' },
  }
}

function senderWith(isSecure: boolean) {
  const always = securityHeaders({ styleHashes: [], isSecure })
  return (request: IncomingMessage, response: ServerResponse, { status, body = '', headers = {} }: Plain): void => {
    void sendAnswer(request, response, { status, body, headers: { ...always, ...headers } })
  }
}
