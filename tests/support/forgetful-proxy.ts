import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** Stands before a PostgreSQL and keeps the answer to the first few commits to itself: they are done, and nobody is told. */
export async function startForgetfulProxy(place: string, commitsForgotten: number): Promise<string> {
  const { hostname, port } = new URL(place)
  let left = commitsForgotten
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    let isForgetting = false
    client.on('data', (sent) => {
      if (left > 0 && sent.includes('commit\0')) {
        left -= 1
        isForgetting = true
      }
      database.write(sent)
    })
    database.on('data', (answer) => (isForgetting ? client.destroy() : client.write(answer)))
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on('error', () => {})
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())

  const through = new URL(place)
  through.port = String((server.address() as AddressInfo).port)
  return through.href
}
