import type { IncomingMessage, RequestListener } from 'node:http'
import inject from 'light-my-request'
import { clientAddress } from '#lib/abuse/client-address.ts'
import { requestMarks } from '#lib/abuse/request-mark.ts'
import { removeClientRuntime } from './client-runtime.ts'
import { toLocalePath } from './locale-path.ts'

/** The only request headers Next ever sees; `Next-Action`, `x-middleware-*`, `RSC` and the rest end at the door. */
const passedIn = [
  'host',
  'cookie',
  'content-type',
  'accept-language',
  'sec-fetch-site',
  'origin',
  'svix-id',
  'svix-timestamp',
  'svix-signature',
] as const

/** The only answer headers a visitor gets from Next; the front server writes all others. */
const passedOut = ['content-type', 'content-disposition', 'location', 'set-cookie', 'clear-site-data'] as const

export type Rendered = { status: number; headers: Record<string, string | string[]>; body: Buffer }

export type RenderPage = (
  request: IncomingMessage,
  page: { path: string; query?: string; form?: Buffer },
) => Promise<Rendered>

type Setting = { proxyHops: number; isSecure: boolean }

/** Lets Next render one page or answer one form, and returns the answer without the client runtime. */
export function renderWith(next: RequestListener, setting: Setting): RenderPage {
  return async (request, { path, query = '', form }) => {
    const answer = await inject(next, {
      method: form === undefined ? 'GET' : 'POST',
      url: `${toLocalePath(path)}${query}`,
      headers: { ...pick(request.headers, passedIn), ...(form !== undefined && visitHeaders(request, setting)) },
      ...(form !== undefined && { payload: form }),
    })
    const headers = pick(answer.headers, passedOut)
    const isPage = String(headers['content-type']).startsWith('text/html')

    return {
      status: answer.statusCode,
      headers,
      body: isPage ? Buffer.from(removeClientRuntime(answer.payload)) : answer.rawPayload,
    }
  }
}

/** What the routes are told about who sent a form. Not on the list above, so nobody else can say it. */
function visitHeaders({ headers, socket }: IncomingMessage, { proxyHops, isSecure }: Setting): Record<string, string> {
  const forwardedFor = headers['x-forwarded-for']
  return {
    'x-client-address': clientAddress({
      socketAddress: socket.remoteAddress,
      forwardedFor: Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
      proxyHops,
    }),
    'x-request-marks': requestMarks(headers, { isSecure }).join(' '),
  }
}

function pick(headers: Record<string, unknown>, names: readonly string[]): Record<string, string | string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      if (value === undefined) return []
      return [[name, Array.isArray(value) ? value.map(String) : String(value)]]
    }),
  )
}
