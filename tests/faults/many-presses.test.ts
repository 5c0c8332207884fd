import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { browserHeaders } from '#tests/support/browser-headers.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { typedByPhone } from '#tests/support/visitor.ts'

async function start(settings = {}): Promise<RunningServer> {
  const server = await startServer(settings)
  onTestFinished(() => server.remove())
  return server
}

async function post(origin: string, path: string, body: string, headers = {}) {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...browserHeaders, ...headers },
    body,
  })
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return {
    status: response.status,
    cookie,
    retryAfter: response.headers.get('retry-after'),
    page: await response.text(),
  }
}

const answer = (origin: string, name: string, headers = {}) =>
  post(origin, '/contact/answers', new URLSearchParams({ ...typedByPhone, name }).toString(), headers)
const mailsIn = ({ dataFolder }: RunningServer) =>
  readdirSync(join(dataFolder, 'mailbox')).filter((file) => file.endsWith('.eml'))

test('fifty presses at once are one inquiry, one reference and one e-mail', async () => {
  const server = await start()
  const { cookie } = await answer(server.origin, 'Fifty')
  const sent = await Promise.all(Array.from({ length: 50 }, () => post(server.origin, '/contact/send', '', { cookie })))
  const pages = await Promise.all(
    sent.map(async (one) => (await fetch(`${server.origin}/contact/sent`, { headers: { cookie: one.cookie } })).text()),
  )

  expect(new Set(pages.map((page) => /KW-[0-9A-Z]{5}/.exec(page)?.[0])).size).toBe(1)
  await wait(3_000)
  expect(mailsIn(server)).toHaveLength(1)
})

test('a network that sends seventy in a minute is asked to wait in kind words, with every answer still there', {
  retry: 1,
}, async () => {
  const server = await start({ PROXY_HOPS: '1' })
  const from = { 'x-forwarded-for': '203.0.113.9' }
  const results = []
  for (let number = 0; number < 70; number += 1) {
    const { cookie } = await answer(server.origin, `Sender ${number}`, from)
    results.push(await post(server.origin, '/contact/send', '', { ...from, cookie }))
  }

  const last = results.at(-1)
  expect(results.filter(({ status }) => status === 303)).toHaveLength(60)
  expect(last).toMatchObject({ status: 429, retryAfter: '60' })
  expect(last?.page).toContain('Please wait a minute, then send again')
  expect(last?.page).toContain('Sender 69')
  await wait(8_000)
  expect(mailsIn(server)).toHaveLength(5)
})
