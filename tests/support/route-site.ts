import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { POST as keep } from '#app/[locale]/contact/answers/route.ts'
import { POST as send } from '#app/[locale]/contact/send/route.ts'
import { env } from '#lib/env.ts'
import { createFrontServer } from '#lib/server/front-server.ts'
import { hostsOf } from '#lib/server/hosts.ts'
import { renderWith } from '#lib/server/next-renderer.ts'
import { writeSiteFile, writeSiteManifest } from '#lib/server/site-folder.ts'

const routes: Record<string, typeof send> = { '/en/contact/answers': keep, '/en/contact/send': send }

/** What Next does with a form, without Next: the route of its path answers; every page is its own address. */
const answerFromRoute: RequestListener = async (request, response) => {
  const route = routes[request.url ?? '']
  if (request.method !== 'POST' || !route) {
    response.setHeader('content-type', 'text/html')
    return response.end(request.url)
  }
  const headers = new Headers(request.headers as Record<string, string>)
  const body = await buffer(request)
  const answer = await route(new Request(`http://next${request.url}`, { method: 'POST', headers, body }), {
    params: Promise.resolve({ locale: 'en' }),
  })
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
}

export type Answer = {
  status: number
  location: string
  cookie: string | undefined
  retryAfter: string | undefined
  body: string
}
export type RouteSite = {
  post: (path: string, headers: Record<string, string>, body: string | Buffer) => Promise<Answer>
  errors: unknown[]
}

/** The real front server and the real routes on a port, with the settings of this process; only Next is left out. */
export async function startRouteSite(): Promise<RouteSite> {
  const { siteOrigin, isSecure, proxyHops, dataDir: projectFolder } = env()
  const hosts = hostsOf(siteOrigin)
  for (const page of ['404', 'problem']) await writeSiteFile(projectFolder, `${page}.html`, Buffer.from(page))
  await writeSiteManifest(projectFolder, { dynamicPaths: ['/contact', '/contact/check'], styleHashes: [] })
  const errors: unknown[] = []
  const server = await createFrontServer({
    projectFolder,
    hosts,
    isSecure,
    render: renderWith(answerFromRoute, { proxyHops, isSecure }),
    onError: (error) => errors.push(error),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  afterAll(() => {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  })

  const { port } = server.address() as AddressInfo
  async function post(path: string, headers: Record<string, string>, body: string | Buffer): Promise<Answer> {
    const length = { 'content-length': Buffer.byteLength(body), host: hosts[0] }
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path,
      agent,
      headers: { ...length, ...headers },
    })
    // Of a body that is refused before its end, the rest can no longer be sent.
    request.on('error', () => {})
    request.end(body)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return {
      status: response.statusCode ?? 0,
      location: response.headers.location ?? '',
      cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
      retryAfter: response.headers['retry-after'],
      body: (await buffer(response)).toString(),
    }
  }
  return { post, errors }
}
