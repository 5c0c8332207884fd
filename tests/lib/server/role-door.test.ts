import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Env } from '#lib/env.ts'
import { type Health, healthFor } from '#lib/health.ts'
import { healthOnly, roleDoor } from '#lib/server/role-door.ts'

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return async (path: string, method = 'GET') => {
    const response = await fetch(`${origin}${path}`, { method, redirect: 'manual' })
    return {
      status: response.status,
      location: response.headers.get('location'),
      response,
      body: await response.text(),
    }
  }
}

type Options = { role?: Env['role']; isSiteOriginGiven?: boolean; health?: Health }

/** A server whose pages all answer 299. */
function door({ role = 'all', isSiteOriginGiven = true, health = healthFor([]) }: Options = {}) {
  const answers = roleDoor({
    role,
    siteOrigin: 'https://clinic.example',
    isSiteOriginGiven,
    isSecure: false,
    health: async () => health,
  })
  return serve((request, response) => {
    if (!answers(request, response)) response.writeHead(299).end()
  })
}

test.each([
  ['ok', healthFor([]), 200],
  ['degraded', healthFor(['attention']), 200],
  ['down', healthFor(['storage-failing']), 503],
])('%s: the health is told in JSON that nobody keeps', async (_, health, status) => {
  const ask = await door({ health })
  const { response, body, ...answer } = await ask('/health')
  expect(answer.status).toBe(status)
  expect(JSON.parse(body)).toEqual(health)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('health can be asked in no other way', async () => {
  const ask = await door()
  expect((await ask('/health', 'HEAD')).status).toBe(200)
  expect((await ask('/health', 'POST')).status).toBe(405)
})

test.each(['all', 'site'] as const)('ROLE=%s leaves every page to its server', async (role) => {
  const ask = await door({ role })
  for (const path of ['/', '/contact', '/staff', '/passkey.js']) expect((await ask(path)).status).toBe(299)
})

test('the inbox keeps its own pages and what they load, and sends everything else to the site', async () => {
  const ask = await door({ role: 'inbox' })
  for (const path of ['/staff', '/staff/KW-7F3K2', '/passkey.js', '/fonts/a.woff2'])
    expect((await ask(path)).status).toBe(299)
  expect(await ask('/')).toMatchObject({ status: 302, location: '/staff' })
  expect(await ask('/contact')).toMatchObject({ status: 302, location: 'https://clinic.example/contact' })
})

test('the inbox sends nobody to an address that a stranger wrote', async () => {
  const ask = await door({ role: 'inbox' })
  for (const path of ['//evil.example/', '/\\evil.example'])
    expect((await ask(path)).location ?? '').not.toMatch(/^(https?:)?\/\/evil/)
})

test('an inbox that knows no site says that only it is here', async () => {
  const ask = await door({ role: 'inbox', isSiteOriginGiven: false })
  expect(await ask('/contact')).toMatchObject({ status: 404, body: 'Only the inbox is here: open /staff.\n' })
})

test('a process without pages tells its health and nothing else', async () => {
  const ask = await serve(healthOnly({ health: async () => healthFor([]), isSecure: false }))
  expect((await ask('/health')).status).toBe(200)
  for (const path of ['/', '/staff', '/contact', '/health/more']) expect((await ask(path)).status).toBe(404)
})
