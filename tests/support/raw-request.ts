import { connect, type Socket } from 'node:net'

export type RawAnswer = { status: number; head: string; body: string }

/** Sends bytes as they are, and returns what came back until the server closed or said all it had to say. */
export async function sendRaw(port: number, request: string, waitMs = 5_000): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {})
  socket.write(Buffer.from(request, 'latin1'))
  await Promise.race([closed(socket), new Promise((resolve) => setTimeout(resolve, waitMs).unref())])
  socket.destroy()

  const text = Buffer.concat(chunks).toString()
  const [head = '', ...rest] = text.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') }
}

export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}
