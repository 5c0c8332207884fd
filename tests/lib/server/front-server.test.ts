import { once } from 'node:events'
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createFrontServer } from '#lib/server/front-server.ts'
import type { Rendered } from '#lib/server/next-renderer.ts'
import { styleHashesOf, writeSiteFile, writeSiteManifest } from '#lib/server/site-folder.ts'
import { makeFolder } from '#tests/support/folder.ts'

const HOST = 'clinic.test'
const page = (words: string) =>
  Buffer.from(`<!doctype html><title>${words}</title><style>/* ${words} */</style>${'<p>Words</p>'.repeat(200)}`)
const html = { 'content-type': 'text/html; charset=utf-8' }

let port: number
let seen: { path: string; query?: string; form?: Buffer; request: IncomingMessage }[]
let rendered: (path: string) => Rendered | Promise<Rendered>
let errors: unknown[]

beforeEach(async () => {
  const projectFolder = makeFolder()
  await writeSiteFile(projectFolder, 'index.html', page('Home'))
  await writeSiteFile(projectFolder, 'safety.html', page('Safety'))
  await writeSiteFile(projectFolder, '404.html', page('Not found'))
  await writeSiteFile(projectFolder, 'problem.html', page('Problem'))
  await writeSiteFile(projectFolder, 'fonts/text-0a1b2c3d.woff2', Buffer.from('font'))
  await writeSiteFile(projectFolder, 'feed.xml', Buffer.from('<feed/>'))
  await writeSiteFile(projectFolder, 'sitemap.xml', Buffer.from('<urlset/>'))
  await writeSiteManifest(projectFolder, {
    dynamicPaths: ['/contact', '/contact/check', '/search'],
    styleHashes: ['sha256-abc='],
  })

  seen = []
  errors = []
  rendered = (path) => ({ status: 200, headers: html, body: page(path) })
  const server = await createFrontServer({
    projectFolder,
    hosts: [HOST],
    isSecure: true,
    onError: (error) => errors.push(error),
    render: async (request, { path, query, form }) => {
      seen.push({ path, request, ...(query && { query }), ...(form && { form }) })
      return rendered(path)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

async function ask(method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: string): Promise<Answer> {
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { host: HOST, ...headers },
    agent: false,
  })
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

describe('refuses, before Next sees it,', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('the method %s', async (method) => {
    expect(await ask(method, '/safety')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  test('a form sent to a page that takes none', async () => {
    expect(await ask('POST', '/safety', form, 'a=1')).toMatchObject({ status: 405 })
  })

  test('a host that is not ours', async () => {
    expect(await ask('GET', '/', { host: 'other.test' })).toMatchObject({ status: 421 })
  })

  test('an upgrade to another protocol', async () => {
    expect(await ask('GET', '/', { connection: 'upgrade', upgrade: 'websocket' })).toMatchObject({ status: 400 })
  })

  test.each(['//other.test/', '/a//b', '/a\\b', '/a%2fb', '/a%5Cb', '/a%00', '/%E0%A4%A', 'http://other.test/'])(
    'the target %s',
    async (target) => {
      expect(await ask('GET', target)).toMatchObject({ status: 400 })
    },
  )

  test('an address that is too long', async () => {
    expect(await ask('GET', `/${'a'.repeat(2048)}`)).toMatchObject({ status: 414 })
  })

  test('a page request that brings a body', async () => {
    expect(await ask('GET', '/', { 'content-length': 3 }, 'a=1')).toMatchObject({ status: 400 })
  })

  test.each(['cross-site', 'same-site'])('a form from a %s page', async (site) => {
    expect(await ask('POST', '/contact/answers', { ...form, 'sec-fetch-site': site }, 'a=1')).toMatchObject({
      status: 403,
    })
  })

  test('a form from another origin, told by an older browser', async () => {
    const older = { 'content-type': form['content-type'], origin: 'https://other.test' }
    expect(await ask('POST', '/contact/answers', older, 'a=1')).toMatchObject({ status: 403 })
  })

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'a form of type "%s"',
    async (type) => {
      expect(await ask('POST', '/contact/answers', { ...form, 'content-type': type }, 'a=1')).toMatchObject({
        status: 415,
      })
    },
  )

  test('a form that announces more than 32 KiB', async () => {
    const answer = await ask(
      'POST',
      '/contact/answers',
      { ...form, 'content-length': 32 * 1024 + 1 },
      'a'.repeat(32 * 1024 + 1),
    )
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining('too long') })
  })

  test('a form that grows past 32 KiB without announcing it', async () => {
    const endless = { ...form, 'transfer-encoding': 'chunked' }
    expect(await ask('POST', '/contact/answers', endless, 'a'.repeat(40 * 1024))).toMatchObject({ status: 413 })
  })

  test('headers larger than 16 KiB', async () => {
    expect(await ask('GET', '/', { 'x-large': 'a'.repeat(17 * 1024) })).toMatchObject({ status: 431 })
  })

  test('two lengths for one body', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST /contact/answers HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('a client that sends its headers too slowly', { timeout: 20_000 }, async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n`)
    const started = Date.now()
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
    expect(Date.now() - started).toBeLessThan(15_000)
  })

  test.afterEach(() => {
    expect(seen).toEqual([])
  })
})

describe('lets through', () => {
  test.each([
    ['our own form', { 'sec-fetch-site': 'same-origin' }],
    ['a form whose browser hides the origin, as our referrer policy asks', { origin: 'null' }],
    ['a form from a browser that sends neither header', {}],
    ['a form whose older browser names our origin', { origin: `https://${HOST}` }],
  ])('%s', async (_what, headers) => {
    rendered = () => ({ status: 303, headers: { location: '/contact/check' }, body: Buffer.alloc(0) })
    const answer = await ask(
      'POST',
      '/contact/answers',
      { 'content-type': form['content-type'], ...headers },
      'name=Ana',
    )

    expect(answer).toMatchObject({ status: 303, headers: { location: '/contact/check' } })
    expect(seen.map(({ path, form }) => [path, form?.toString()])).toEqual([['/contact/answers', 'name=Ana']])
  })
})

describe('lets a query through', () => {
  test('to the search, and only what the search reads', async () => {
    await ask('GET', '/search?q=blood+pressure&_rsc=1')
    expect(seen).toMatchObject([{ path: '/search', query: '?q=blood%20pressure' }])
  })

  test.each(['/contact?q=a', '/search?next=b'])('to nothing else: %s', async (path) => {
    await ask('GET', path)
    expect(seen.map(({ query }) => query)).toEqual([undefined])
  })
})

describe('serves', () => {
  test('a finished page in brotli, gzip or plain, as the browser can read it', async () => {
    const encodings = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map(
        async (accepted) => (await ask('GET', '/safety', { 'accept-encoding': accepted })).headers,
      ),
    )
    expect(encodings.map((headers) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    expect(encodings.every((headers) => headers.vary === 'Accept-Encoding')).toBe(true)
  })

  test('a finished page again as "not modified" to a browser that has it', async () => {
    const { headers } = await ask('GET', '/safety')
    expect(await ask('GET', '/safety', { 'if-none-match': headers.etag })).toMatchObject({ status: 304, body: '' })
  })

  test('a page that has its own name with an ending only without it', async () => {
    expect(await ask('GET', '/safety.html')).toMatchObject({ status: 404 })
    expect(await ask('GET', '/index')).toMatchObject({ status: 404 })
  })

  test('a file with a fingerprint in its name for a year, and a page only after asking again', async () => {
    expect((await ask('GET', '/fonts/text-0a1b2c3d.woff2')).headers['cache-control']).toContain('immutable')
    expect((await ask('GET', '/safety')).headers['cache-control']).toBe('no-cache')
  })

  test('the feed as a feed, and the sitemap as what it is', async () => {
    expect((await ask('GET', '/feed.xml')).headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect((await ask('GET', '/sitemap.xml')).headers['content-type']).toBe('application/xml; charset=utf-8')
  })

  test('a rendered page that no cache may keep', async () => {
    expect(await ask('GET', '/contact')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  })

  test('HEAD like GET, without the body', async () => {
    expect(await ask('HEAD', '/contact')).toMatchObject({ status: 200, body: '' })
  })

  test.each([
    ['/en', '/'],
    ['/en/safety', '/safety'],
    ['/safety/', '/safety'],
  ])('%s at its one address, %s', async (path, proper) => {
    expect(await ask('GET', path)).toMatchObject({ status: 308, headers: { location: proper } })
  })

  test.each([
    '/nothing',
    '/404',
    '/problem',
    '/index',
    '/safety.html',
    '/safety.html.br',
    '/contact/not-sent',
    '/contact/wait',
    '/_next/image',
    '/.env',
  ])('our not-found page at %s', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 404, body: expect.stringContaining('Not found') })
    expect(seen).toEqual([])
  })

  test('the page a form belongs to, when its address is only opened', async () => {
    expect(await ask('GET', '/contact/send')).toMatchObject({ status: 303, headers: { location: '/contact/check' } })
  })

  test.each([503, 500])('the page that says "not sent", with status 503, when sending ends in %i', async (status) => {
    rendered = (path) => ({ status: path === '/contact/send' ? status : 200, headers: html, body: page(path) })
    const answer = await ask('POST', '/contact/send', form, '')
    expect(answer).toMatchObject({ status: 503, body: expect.stringContaining('/contact/not-sent') })
  })

  test('the page that asks to wait, and for how long, when a network sends too much', async () => {
    rendered = (path) => ({ status: path === '/contact/send' ? 429 : 200, headers: html, body: page(path) })
    const answer = await ask('POST', '/contact/send', form, '')
    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
      body: expect.stringContaining('/contact/wait'),
    })
  })

  test('our problem page when even the page that says "not sent" cannot be rendered', async () => {
    rendered = () => ({ status: 500, headers: html, body: Buffer.from('broken') })
    const answer = await ask('POST', '/contact/send', form, '')
    expect(answer).toMatchObject({ status: 500, body: expect.stringContaining('Problem') })
  })

  test('our problem page when rendering fails, and tells the log', async () => {
    rendered = () => Promise.reject(new Error('broken'))
    expect(await ask('GET', '/contact')).toMatchObject({ status: 500, body: expect.stringContaining('Problem') })
    expect(errors).toEqual([new Error('broken')])
  })

  test('our problem page when Next answers with an error of its own', async () => {
    rendered = () => ({ status: 500, headers: html, body: Buffer.from('Internal Server Error') })
    expect(await ask('GET', '/contact')).toMatchObject({ status: 500, body: expect.stringContaining('Problem') })
  })

  test('a finished page with a policy that allows the stylesheet on it and no other', async () => {
    const { body, headers } = await ask('GET', '/safety')
    const [hash] = styleHashesOf(body)
    expect(headers['content-security-policy']).toContain(`script-src 'none'; style-src '${hash}';`)
  })

  test.each(['/contact', '/nothing', '/en'])('the strict policy with %s', async (path) => {
    const { headers } = await ask('GET', path)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'none'; style-src 'sha256-abc='/,
      ),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=63072000'),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})
