import { IncomingMessage, type RequestListener } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { renderWith } from '#lib/server/next-renderer.ts'

function requestWith(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers: { host: 'clinic.test', ...headers } })
}

const setting = { proxyHops: 1, isSecure: true }

const echo: RequestListener = (request, response) => {
  response.setHeader('content-type', 'application/json')
  response.setHeader('x-nextjs-cache', 'HIT')
  response.setHeader('set-cookie', ['a=1', 'b=2'])
  response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers }))
}

test.each([
  'next-action',
  'next-router-state-tree',
  'rsc',
  'x-forwarded-host',
  'x-middleware-subrequest',
  'x-nextjs-data',
  'x-invoke-path',
])('never hands Next the header %s', async (name) => {
  const { body } = await renderWith(echo, setting)(requestWith({ [name]: '1' }), { path: '/contact' })
  expect(JSON.parse(body.toString()).headers).not.toHaveProperty(name)
})

test('hands Next the cookie and the host', async () => {
  const { body } = await renderWith(echo, setting)(requestWith({ cookie: 'draft=x' }), { path: '/contact' })
  expect(JSON.parse(body.toString()).headers).toMatchObject({ cookie: 'draft=x', host: 'clinic.test' })
})

test('asks for the page of the default locale, without the query', async () => {
  const { body } = await renderWith(echo, setting)(requestWith({}), { path: '/contact' })
  expect(JSON.parse(body.toString())).toMatchObject({ url: '/en/contact', method: 'GET' })
})

test('hands on the query that the front server has let through', async () => {
  const { body } = await renderWith(echo, setting)(requestWith({}), { path: '/search', query: '?q=safe' })
  expect(JSON.parse(body.toString()).url).toBe('/en/search?q=safe')
})

test('gives a visitor none of the headers that describe Next', async () => {
  const { headers } = await renderWith(echo, setting)(requestWith({}), { path: '/contact' })
  expect(headers).toEqual({ 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
})

test('takes the client runtime out of a page', async () => {
  const render = renderWith((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<main>Words</main><script src="/a.js"></script>')
  }, setting)
  expect((await render(requestWith({}), { path: '/contact' })).body.toString()).toBe('<main>Words</main>')
})

test('tells a form where it came from and what was odd, whatever the visitor says about that', async () => {
  const said = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7', 'x-client-address': '1.1.1.1', 'x-request-marks': '' }
  const { body } = await renderWith(echo, setting)(requestWith(said), { path: '/contact/send', form: Buffer.alloc(0) })
  expect(JSON.parse(body.toString()).headers).toMatchObject({
    'x-client-address': '203.0.113.7',
    'x-request-marks': expect.stringContaining('no-user-agent'),
  })
})

test.each(['x-client-address', 'x-request-marks', 'x-forwarded-for'])(
  'a page never sees the header %s',
  async (name) => {
    const { body } = await renderWith(echo, setting)(requestWith({ [name]: '203.0.113.7' }), { path: '/contact' })
    expect(JSON.parse(body.toString()).headers).not.toHaveProperty(name)
  },
)
