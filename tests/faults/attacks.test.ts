import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { sendRaw } from '#tests/support/raw-request.ts'
import { freePort, type RunningServer, startServer } from '#tests/support/running-server.ts'

/** Requests that broke Next or servers before it, against the built site: none may reach what they are written for. */

const EVIL = 'evil.test'
const ACTION = '4002a0ae9b7f2d5f9e1c3b4d5e6f708192a3b4c5d6'
const MULTIPART = `--x\r\nContent-Disposition: form-data; name="1_$ACTION_ID_${ACTION}"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$1:__proto__:then"]\r\n--x--\r\n`
const FORM = `name=A&$ACTION_ID_${ACTION}=&$ACTION_REF_1=&1_$ACTION_0=%7B%7D&$ACTION_KEY=k`

let server: RunningServer
let port: number
beforeAll(async () => {
  server = await startServer()
  port = Number(new URL(server.origin).port)
})
afterAll(() => server.remove())

type Attack = { method?: string; target?: string; headers?: Record<string, string>; body?: string }

function attack({ method = 'GET', target = '/contact', headers = {}, body = '' }: Attack) {
  const lines = Object.entries({
    Host: `localhost:${port}`,
    Connection: 'close',
    ...(body && { 'Content-Length': String(body.length) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return sendRaw(port, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

const refused: [string, number, Attack][] = [
  [
    'an action sent to a page',
    405,
    { method: 'POST', target: '/', headers: { 'Next-Action': ACTION, ...multipart }, body: MULTIPART },
  ],
  [
    'an action sent to the form',
    415,
    { method: 'POST', target: '/contact/answers', headers: { 'Next-Action': ACTION, ...multipart }, body: MULTIPART },
  ],
  [
    'an action sent as JSON',
    415,
    {
      method: 'POST',
      target: '/contact/send',
      headers: { 'Next-Action': ACTION, 'Content-Type': 'text/x-component' },
      body: '["$1"]',
    },
  ],
  [
    'an action inside the locale path',
    405,
    { method: 'POST', target: '/en/contact/answers', headers: { 'Next-Action': ACTION, ...urlencoded }, body: FORM },
  ],
  ['a target on another host', 400, { target: `http://${EVIL}/contact` }],
  ['a target without a scheme on another host', 400, { target: `//${EVIL}/contact` }],
  ['another host', 421, { headers: { Host: EVIL } }],
  [
    'a socket to the development server',
    400,
    {
      target: '/_next/webpack-hmr',
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version': '13',
      },
    },
  ],
  [
    'an upgrade to HTTP/2',
    400,
    { headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAAQAoAAA' } },
  ],
  ['the image optimizer', 404, { target: `/_next/image?url=http%3A%2F%2F${EVIL}%2Fa.avif&w=640&q=75` }],
  ['the image optimizer on a local file', 404, { target: '/_next/image?url=%2Fa.svg&w=640&q=75' }],
  ['page data of the old router', 404, { target: '/_next/data/build/en/contact.json' }],
  ['a page as React sees it', 404, { target: '/contact.rsc' }],
  ['a segment of a page as React sees it', 404, { target: '/contact.segments/_tree.segment.rsc' }],
  ['the stack frames of the development server', 404, { target: '/__nextjs_original-stack-frames' }],
  ['the source of the server', 404, { target: '/_next/server/server-reference-manifest.json' }],
  ['a folder above, encoded', 400, { target: '/..%2f..%2fpackage.json' }],
  ['a folder above, half encoded', 404, { target: '/%2e%2e/%2e%2e/package.json' }],
  ['a folder above, plain', 404, { target: '/../../package.json' }],
  ['a folder above, with backslashes', 400, { target: '/..%5c..%5cpackage.json' }],
  ['an overlong slash', 400, { target: '/..%c0%afpackage.json' }],
  ['a zero byte', 400, { target: '/contact%00.html' }],
  ['a page a route does not have', 404, { target: '/contact/not-sent' }],
  ['TRACE', 405, { method: 'TRACE' }],
  [
    'a form from another site',
    403,
    {
      method: 'POST',
      target: '/contact/answers',
      headers: { ...urlencoded, 'Sec-Fetch-Site': 'cross-site' },
      body: FORM,
    },
  ],
  [
    'a form from another origin',
    403,
    {
      method: 'POST',
      target: '/contact/answers',
      headers: { 'Content-Type': urlencoded['Content-Type'], Origin: `http://${EVIL}` },
      body: FORM,
    },
  ],
  ['a page request with a body', 400, { headers: { 'Next-Action': ACTION }, body: FORM }],
  [
    'two lengths',
    400,
    {
      method: 'POST',
      target: '/contact/answers',
      headers: { ...urlencoded, 'Transfer-Encoding': 'chunked' },
      body: FORM,
    },
  ],
  ['headers of 20 KiB', 431, { headers: { 'X-Large': 'a'.repeat(20_000) } }],
]

test.each(refused)('%s is refused with %i', async (_name, status, request) => {
  const answer = await attack(request)
  expect(answer.status).toBe(status)
  expect(answer.head + answer.body).not.toContain(EVIL)
})

const ignored: [string, Record<string, string>][] = [
  ['Next-Action', { 'Next-Action': ACTION }],
  ['x-middleware-subrequest', { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }],
  ['x-middleware-rewrite', { 'x-middleware-rewrite': `http://${EVIL}/` }],
  ['x-middleware-set-cookie', { 'x-middleware-set-cookie': `a=${EVIL}` }],
  ['RSC', { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' }],
  ['a prefetch of a segment', { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' }],
  ['X-Forwarded-Host', { 'X-Forwarded-Host': EVIL, 'X-Forwarded-Proto': 'https', Forwarded: `host=${EVIL}` }],
  ['x-invoke-path', { 'x-invoke-path': '/staff', 'x-invoke-status': '500', 'x-invoke-query': '{}' }],
  ['x-matched-path', { 'x-matched-path': '/staff', 'x-now-route-matches': '1=staff' }],
  ['x-nextjs-data', { 'x-nextjs-data': '1', purpose: 'prefetch' }],
  ['next-resume', { 'next-resume': '1', 'x-nextjs-resume': '1' }],
  ['a preview', { Cookie: '__prerender_bypass=x; __next_preview_data=x', 'x-prerender-revalidate': 'x' }],
  ['a nonce of its own', { 'Content-Security-Policy': `script-src 'nonce-${EVIL}'` }],
  ['another method in a header', { 'X-HTTP-Method-Override': 'POST' }],
  ['what only the front server says', { 'x-client-address': EVIL, 'x-request-marks': EVIL }],
]

test.each(ignored)('%s changes nothing in a page', async (_name, headers) => {
  const plain = await attack({})
  const answer = await attack({ headers })
  expect(answer.status).toBe(200)
  expect(answer.body).toBe(plain.body)
  expect(answer.head).toMatch(/content-type: text\/html/i)
  expect(answer.head).not.toContain(EVIL)
})

test('fields of an action inside our own form are fields like any other', async () => {
  const answer = await attack({
    method: 'POST',
    target: '/contact/answers',
    headers: { 'Next-Action': ACTION, ...urlencoded },
    body: FORM,
  })
  expect(answer.status).toBe(303)
  expect(answer.head).toMatch(/location: \/contact#problems/i)
})

test('CONNECT ends without an answer from another place', async () => {
  const { status, body } = await sendRaw(port, `CONNECT ${EVIL}:443 HTTP/1.1\r\nHost: ${EVIL}:443\r\n\r\n`, 1000)
  expect([0, 400, 405]).toContain(status)
  expect(body).not.toContain(EVIL)
})

test('after all of it, Next has said nothing about an action, and the site stands', async () => {
  expect(server.printed()).not.toMatch(/action|error|unhandled/i)
  expect((await attack({})).status).toBe(200)
})

test('the control: without the front server the same action reaches the handler of Next, which says so', async () => {
  const bare = await freePort()
  const next = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(bare)], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void next.kill('SIGKILL'))
  let printed = ''
  for (const stream of [next.stdout, next.stderr])
    stream.on('data', (words) => {
      printed += words
    })
  await once(next.stdout, 'data')
  for (let tries = 0; tries < 100 && !/ready/i.test(printed); tries += 1) await wait(100)
  await sendRaw(
    bare,
    `POST /en/contact HTTP/1.1\r\nHost: localhost:${bare}\r\nConnection: close\r\nNext-Action: ${ACTION}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${MULTIPART.length}\r\n\r\n${MULTIPART}`,
  )
  await wait(500)
  expect(printed).toMatch(/action|error/i)
})
