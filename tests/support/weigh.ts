import { get, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What one answer weighs on the wire, without its headers. */
export async function weigh(url: string, encoding: 'br' | 'gzip' | 'identity') {
  const response = await new Promise<{ headers: IncomingHttpHeaders; body: Promise<Buffer> }>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding }, agent: false }, (answer) =>
      resolve({ headers: answer.headers, body: buffer(answer) }),
    ).once('error', reject)
  })
  return { bytes: (await response.body).length, encoding: response.headers['content-encoding'] ?? 'identity' }
}
