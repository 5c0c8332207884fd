import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Refusal } from './refusal.ts'

type Answer = { status: number; headers?: Record<string, string | string[]>; body: Buffer | string }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

// Quality 5 costs about a millisecond for a page; the prerendered pages were compressed at quality 11 by the build.
const BROTLI_QUALITY = 5

/** Sends an answer made for this one visitor: compressed if the browser can, and kept by no cache. */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers = {}, body } = answer
  const { content, encoding } = await compress(request.headers['accept-encoding'] ?? '', Buffer.from(body))

  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
    ...headers,
    ...(encoding && { 'Content-Encoding': encoding }),
    'Content-Length': content.length,
  })
  response.end(request.method === 'HEAD' ? undefined : content)
}

/** Answers a request that must not reach the site, in one plain sentence. */
export async function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): Promise<void> {
  const { status, words, headers = {} } = refusal
  await sendAnswer(request, response, { status, headers, body: words && `${words}\n` })
}

async function compress(accepted: string, body: Buffer): Promise<{ content: Buffer; encoding?: string }> {
  if (body.length < 1000) return { content: body }
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
    return { content: await brotli(body, { params }), encoding: 'br' }
  }
  if (/\bgzip\b/.test(accepted)) return { content: await zip(body), encoding: 'gzip' }
  return { content: body }
}
