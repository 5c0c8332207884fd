import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '#tests/support/running-server.ts'
import { storedIn } from '#tests/support/stored.ts'
import { typedByPhone } from '#tests/support/visitor.ts'

const VISITORS = 200
const DRAIN_MS_MAX = 10_000

type Visitor = { origin: string; address: string }

async function post({ origin, address }: Visitor, path: string, { body = '', cookie = '' } = {}) {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': address,
      cookie,
    },
  })
  await response.arrayBuffer()
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '' }
}

test(`SIGTERM while ${VISITORS} visitors press "Send": whoever was told it is sent, it is stored`, async () => {
  const server = await startServer({ PROXY_HOPS: '1' })
  onTestFinished(() => server.remove())
  const visitors = Array.from({ length: VISITORS }, (_, number) => ({
    origin: server.origin,
    address: `198.51.100.${number}`,
    name: `Visitor ${number}.`,
  }))
  const drafts: { visitor: Visitor; cookie: string }[] = []
  for (const visitor of visitors) {
    const body = new URLSearchParams({
      ...typedByPhone,
      name: visitor.name,
      message: `From ${visitor.name}`,
    }).toString()
    drafts.push({ visitor, cookie: (await post(visitor, '/contact/answers', { body })).cookie })
  }

  let answered = 0
  const sending = drafts.map(async ({ visitor, cookie }) => {
    const sent = await post(visitor, '/contact/send', { cookie }).catch(() => undefined)
    answered += 1
    return sent
  })
  while (answered < 5) await wait(1)
  const answeredBefore = answered
  const from = performance.now()
  const code = await server.end('SIGTERM')
  const drainMs = performance.now() - from
  const accepted = (await Promise.all(sending)).filter((sent) => sent?.status === 303)

  expect({ code, isInTime: drainMs < DRAIN_MS_MAX }).toEqual({ code: 0, isInTime: true })
  expect(answeredBefore).toBeLessThan(VISITORS / 2)
  expect(accepted.length).toBeGreaterThan(answeredBefore)

  await server.startAgain()
  const shown = await Promise.all(
    accepted.map(async (sent) => {
      const page = await fetch(`${server.origin}/contact/sent`, { headers: { cookie: sent?.cookie ?? '' } })
      return /KW-[0-9A-Z]{5}/.exec(await page.text())?.[0] ?? 'no reference'
    }),
  )
  const stored = new Map((await storedIn(server.dataFolder)).map((row) => [row.reference, row.deliveries]))
  expect(shown.filter((reference) => stored.get(reference) !== 1)).toEqual([])
  expect(new Set(shown).size).toBe(accepted.length)
})
