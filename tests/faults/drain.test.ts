import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Answer, ask } from '#tests/support/ask.ts'
import { startServer } from '#tests/support/running-server.ts'
import { storedIn } from '#tests/support/stored.ts'
import { readReference, typedByPhone } from '#tests/support/visitor.ts'

const VISITORS = 200
const DRAIN_MS_MAX = 10_000

const cookieOf = ({ headers }: Answer) => headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''

test(`SIGTERM while ${VISITORS} visitors press "Send": whoever was told it is sent, it is stored`, async () => {
  const server = await startServer({ PROXY_HOPS: '1' })
  onTestFinished(() => server.remove())
  // Each from a network of its own, or they would be taken for one who writes two hundred times.
  const visitors = Array.from({ length: VISITORS }, (_, number) => ({
    address: `198.18.${number}.1`,
    body: new URLSearchParams({ ...typedByPhone, name: `Visitor ${number}.`, message: `I am ${number}.` }).toString(),
  }))
  const drafts: { address: string; cookie: string }[] = []
  for (const { address, body } of visitors) {
    const kept = await ask(server.origin, { method: 'POST', path: '/contact/answers', body, address })
    drafts.push({ address, cookie: cookieOf(kept) })
  }

  let answered = 0
  const sending = drafts.map(async ({ address, cookie }) => {
    const asked = { method: 'POST' as const, path: '/contact/send', body: '', cookie, address }
    const sent = await ask(server.origin, asked).catch(() => undefined)
    answered += 1
    return sent
  })
  while (answered < 5) await wait(1)
  const answeredBefore = answered
  const from = performance.now()
  const code = await server.end('SIGTERM')
  const drainMs = performance.now() - from
  const accepted = (await Promise.all(sending)).filter((sent) => sent?.headers.location?.startsWith('/contact/sent'))

  expect({ code, isInTime: drainMs < DRAIN_MS_MAX }).toEqual({ code: 0, isInTime: true })
  expect(answeredBefore).toBeLessThan(VISITORS / 2)
  expect(accepted.length).toBeGreaterThan(answeredBefore)

  await server.startAgain()
  const shown = await Promise.all(
    accepted.map((sent) => readReference(server.origin, sent ? cookieOf(sent) : '').catch(() => 'no reference')),
  )
  const stored = new Map((await storedIn(server.databasePath)).map((row) => [row.reference, row.deliveries]))
  expect(shown.filter((reference) => stored.get(reference) !== 1)).toEqual([])
  expect(new Set(shown).size).toBe(accepted.length)
})
