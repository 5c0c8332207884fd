import { once } from 'node:events'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { browserHeaders } from './browser-headers.ts'

export type Asked = { method?: 'GET' | 'POST'; path: string; cookie?: string; body?: string; address?: string }
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

const AGENT = new Agent({ keepAlive: true, maxSockets: 256 })

/**
 * One request as a browser makes it: fetch would add headers that no browser sends with a form.
 *
 * Like a browser, it asks again on a new connection when the server had just closed the old one as idle.
 */
export async function ask(origin: string, asked: Asked): Promise<Answer> {
  try {
    return await askOnce(origin, asked)
  } catch (error) {
    if (error instanceof ClosedWhileIdle) return askOnce(origin, asked)
    throw error
  }
}

class ClosedWhileIdle extends Error {}

async function askOnce(origin: string, { method = 'GET', path, cookie = '', body, address }: Asked): Promise<Answer> {
  const asking = request(`${origin}${path}`, {
    agent: AGENT,
    method,
    headers: {
      ...browserHeaders,
      'accept-encoding': 'identity',
      ...(cookie && { cookie }),
      ...(address && { 'x-forwarded-for': address }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
  })
  asking.end(body)
  const [response] = await once(asking, 'response').catch((error: NodeJS.ErrnoException) => {
    throw asking.reusedSocket && error.code === 'ECONNRESET' ? new ClosedWhileIdle() : error
  })
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}
