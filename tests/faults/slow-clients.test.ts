import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { closed, sendRaw } from '#tests/support/raw-request.ts'
import { startServer } from '#tests/support/running-server.ts'
import { sendInquiry, typedByPhone } from '#tests/support/visitor.ts'

const IDLE_SOCKETS = 2_000
const SLOW_SOCKETS = 100
const CLOSED_MS_MAX = 15_000
const P99_MS_MAX = 500

test('2,000 idle connections, slow senders and huge headers keep no visitor waiting, and are shown out', async () => {
  const server = await startServer()
  const port = Number(new URL(server.origin).port)
  onTestFinished(() => server.remove())

  const idle = await Promise.all(Array.from({ length: IDLE_SOCKETS }, () => open(port)))
  const slow = await Promise.all(Array.from({ length: SLOW_SOCKETS }, (_, number) => open(port, number)))
  const shownOut = Promise.all([...idle, ...slow].map(({ openMs }) => openMs))
  const huge = Promise.all(
    Array.from({ length: 50 }, () =>
      sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX: ${'a'.repeat(60_000)}\r\n\r\n`),
    ),
  )

  const tookMs: number[] = []
  for (let visit = 0; visit < 200; visit += 1) {
    const started = performance.now()
    const response = await fetch(`${server.origin}/${visit % 4 === 0 ? 'contact' : 'safety'}`, {
      headers: { connection: 'close' },
    })
    await response.arrayBuffer()
    expect(response.status).toBe(200)
    tookMs.push(performance.now() - started)
    await wait(10)
  }
  expect(await sendInquiry(server.origin, typedByPhone)).toMatch(/^KW-/)

  tookMs.sort((one, other) => one - other)
  const p99 = tookMs[Math.floor(tookMs.length * 0.99)] ?? Number.POSITIVE_INFINITY
  const lastMs = Math.max(...(await shownOut))
  process.stdout.write(
    `beside ${IDLE_SOCKETS} idle and ${SLOW_SOCKETS} slow connections: p99 ${p99.toFixed(0)} ms; the last was shown out after ${(lastMs / 1000).toFixed(1)} s\n`,
  )
  expect(new Set((await huge).map(({ status }) => status))).toEqual(new Set([431]))
  expect(p99).toBeLessThan(P99_MS_MAX)
  expect(lastMs).toBeLessThan(CLOSED_MS_MAX)
})

/** With a number, it sends its headers or its form a byte at a time; without, it says nothing at all. */
async function open(port: number, number?: number): Promise<{ openMs: Promise<number> }> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), closed(socket)])
  const openedAt = Date.now()
  const openMs = closed(socket).then(() => Date.now() - openedAt)
  if (number === undefined) return { openMs }

  const head = `Host: localhost:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n`
  socket.write(number % 2 ? 'GET / HTTP/1.1\r\n' : `POST /contact/answers HTTP/1.1\r\n${head}\r\n`)
  const drip = setInterval(() => socket.write(number % 2 ? 'X: y\r\n' : 'a'), 1_000)
  socket.once('close', () => clearInterval(drip))
  return { openMs }
}
