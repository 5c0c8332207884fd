import type { IncomingMessage, RequestListener } from 'node:http'
import inject from 'light-my-request'
import { removeClientRuntime } from './client-runtime.ts'
import { toLocalePath } from './locale-path.ts'

/** The only request headers Next ever sees; `Next-Action`, `x-middleware-*`, `RSC` and the rest end at the door. */
const passedIn = ['host', 'cookie', 'content-type', 'accept-language', 'sec-fetch-site', 'origin'] as const

/** The only answer headers a visitor gets from Next; the front server writes all others. */
const passedOut = ['content-type', 'location', 'set-cookie', 'clear-site-data'] as const

export type Rendered = { status: number; headers: Record<string, string | string[]>; body: Buffer }

export type RenderPage = (
  request: IncomingMessage,
  page: { path: string; query?: string; form?: Buffer },
) => Promise<Rendered>

/** Lets Next render one page or answer one form, and returns the answer without the client runtime. */
export function renderWith(next: RequestListener): RenderPage {
  return async (request, { path, query = '', form }) => {
    const answer = await inject(next, {
      method: form === undefined ? 'GET' : 'POST',
      url: `${toLocalePath(path)}${query}`,
      headers: pick(request.headers, passedIn),
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

function pick(headers: Record<string, unknown>, names: readonly string[]): Record<string, string | string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      if (value === undefined) return []
      return [[name, Array.isArray(value) ? value.map(String) : String(value)]]
    }),
  )
}
