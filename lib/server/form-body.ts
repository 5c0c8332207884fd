import type { IncomingMessage } from 'node:http'

/** Reads a form to its end, or gives up as soon as it is larger than it may be, whatever length it announced. */
export async function readFormBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Leaving the loop must not destroy the socket, or the refusal could not be sent through it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > bytesMax) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
