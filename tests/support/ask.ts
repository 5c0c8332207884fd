import { once } from 'node:events'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'

export type Asked = { method?: 'GET' | 'POST'; path: string; cookie?: string; body?: string; address?: string }
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

const AGENT = new Agent({ keepAlive: true, maxSockets: 256 })

/** One request as a browser makes it: fetch would add headers that no browser sends with a form. */
export async function ask(
  origin: string,
  { method = 'GET', path, cookie = '', body, address }: Asked,
): Promise<Answer> {
  const asking = request(`${origin}${path}`, {
    agent: AGENT,
    method,
    headers: {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'en-US,en;q=0.5',
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      ...(cookie && { cookie }),
      ...(address && { 'x-forwarded-for': address }),
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      }),
    },
  })
  asking.end(body)
  const [response] = await once(asking, 'response')
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}
