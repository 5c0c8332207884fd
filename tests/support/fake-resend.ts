import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { DAY_MS } from '#lib/duration.ts'

type AcceptedMail = { id: string; idempotencyKey: string | undefined; payload: Record<string, unknown> }
type Call = { request: IncomingMessage; response: ServerResponse; accept: () => string }

const KEY_KEPT_MS = DAY_MS
const HUGE_PIECES = 800
const PIECE = Buffer.alloc(64 * 1024, ' ')

/** Every way in which the real service, or the network before it, has been seen to misbehave. */
export const behaviours = {
  ok: ({ response, accept }) => answer(response, 200, { id: accept() }),
  'rate-limit': ({ response }) => refuse(response, 429, 'rate_limit_exceeded', { 'retry-after': '3' }),
  'rate-limit-bare': ({ response }) => refuse(response, 429, 'rate_limit_exceeded'),
  'daily-quota': ({ response }) => refuse(response, 429, 'daily_quota_exceeded'),
  'monthly-quota': ({ response }) => refuse(response, 429, 'monthly_quota_exceeded'),
  '500-json': ({ response }) => refuse(response, 500, 'internal_server_error'),
  '503-json': ({ response }) => refuse(response, 503, 'service_unavailable'),
  '502-html': ({ response }) => send(response, 502, '<html><h1>Bad gateway</h1></html>', 'text/html'),
  '500-empty': ({ response }) => send(response, 500, ''),
  '500-null': ({ response }) => send(response, 500, 'null'),
  '500-string': ({ response }) => send(response, 500, '"boom"'),
  '200-truncated': ({ response, accept }) => send(response, 200, `{"id":"${accept()}`),
  '200-empty': ({ response, accept }) => send(response, 200, accept() && ''),
  '200-html': ({ response, accept }) => send(response, 200, accept() && '<html></html>', 'text/html'),
  '200-object': ({ response, accept }) => send(response, 200, accept() && '{}'),
  '200-null': ({ response, accept }) => send(response, 200, accept() && 'null'),
  '200-empty-id': ({ response, accept }) => send(response, 200, accept() && '{"id":""}'),
  '200-number-id': ({ response, accept }) => send(response, 200, accept() && '{"id":7}'),
  '302': ({ response }) => response.writeHead(302, { location: '/elsewhere' }).end(),
  'reset-before': ({ request }) => request.socket.resetAndDestroy(),
  'reset-after': ({ request, accept }) => accept() && request.socket.resetAndDestroy(),
  'reset-mid-body': ({ request, response, accept }) => {
    response.writeHead(200, { 'content-length': '100' }).write(`{"id":"${accept()}`)
    setTimeout(() => request.socket.resetAndDestroy(), 20)
  },
  hang: () => {},
  'hang-after': ({ accept }) => accept(),
  'slow-body': ({ response, accept }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write(`{"id":"${accept()}"`)
    const drip = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(drip))
  },
  'slow-headers': ({ request, accept }) => {
    accept()
    request.socket.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => request.socket.write('x-slow: 1\r\n'), 50)
    request.socket.on('close', () => clearInterval(drip))
  },
  'huge-body': ({ response, accept }) => {
    accept()
    response.writeHead(200, { 'content-type': 'application/json' })
    // Piece by piece: whoever measures the memory of the reader is not to measure ours.
    pipeline(Readable.from(hugeBody()), response, () => {})
  },
  'invalid-key': ({ response }) => refuse(response, 401, 'invalid_api_key'),
  'restricted-key': ({ response }) => refuse(response, 401, 'restricted_api_key'),
  'suspended-key': ({ response }) => refuse(response, 403, 'suspended_api_key'),
  'unverified-domain': ({ response }) => refuse(response, 403, 'validation_error'),
  'invalid-from': ({ response }) => refuse(response, 422, 'invalid_from_address'),
  'validation-error': ({ response }) => refuse(response, 422, 'validation_error'),
  'validation-error-400': ({ response }) => refuse(response, 400, 'validation_error'),
  'validation-error-odd': ({ response }) => refuse(response, 418, 'validation_error'),
  'missing-key': ({ response }) => refuse(response, 401, 'missing_api_key'),
  'missing-field': ({ response }) => refuse(response, 422, 'missing_required_field'),
  'invalid-attachment': ({ response }) => refuse(response, 422, 'invalid_attachment'),
  'invalid-idempotency-key': ({ response }) => refuse(response, 400, 'invalid_idempotency_key'),
  'other-payload-accepted': ({ response }) => refuse(response, 409, 'invalid_idempotent_request'),
  locked: ({ response }) => refuse(response, 409, 'resource_locked'),
  'in-flight': ({ response }) => refuse(response, 409, 'concurrent_idempotent_requests'),
  'unknown-error': ({ response }) => refuse(response, 418, 'something_new'),
} satisfies Record<string, (call: Call) => unknown>

function* hugeBody() {
  for (let piece = 0; piece < HUGE_PIECES; piece += 1) yield PIECE
}

export type Behaviour = keyof typeof behaviours

type Options = {
  port?: number
  apiKey?: string
  /** What to do with each request in turn; afterwards `ok`. */
  script?: Behaviour[]
  /** Otherwise: how often something goes wrong, decided by `random`, and which wrongs there are. */
  failing?: { probability: number; random: () => number; among: Behaviour[] }
  forgetsKeys?: boolean
  now?: () => number
  /** The rate it names in every answer. */
  perSecond?: number
}

/** Speaks POST /emails as Resend does, remembers idempotency keys for a day, and fails as it is told to. */
export async function startFakeResend({ apiKey = 're_fake', now = Date.now, ...options }: Options = {}) {
  const script = [...(options.script ?? [])]
  const mails: AcceptedMail[] = []
  const requests: { behaviour: Behaviour; idempotencyKey: string | undefined; body: string }[] = []
  const remembered = new Map<string, { hash: string; id: string; at: number }>()

  const server = createServer(async (request, response) => {
    request.on('error', () => {})
    const body = await readBody(request).catch(() => undefined)
    if (body === undefined) return
    if (request.method !== 'POST' || request.url !== '/emails') return refuse(response, 404, 'not_found')
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(response, 401, 'invalid_api_key')

    const payload = readPayload(body)
    if (!payload) return refuse(response, 422, 'missing_required_field')
    const idempotencyKey = request.headers['idempotency-key']?.toString()
    if (idempotencyKey && idempotencyKey.length > 256) return refuse(response, 400, 'invalid_idempotency_key')

    if (options.perSecond) response.setHeader('ratelimit-limit', String(options.perSecond))
    const behaviour = nextBehaviour()
    requests.push({ behaviour, idempotencyKey, body })
    const hash = createHash('sha256').update(body).digest('hex')
    const known = idempotencyKey && !options.forgetsKeys ? remembered.get(idempotencyKey) : undefined
    const isKnown = known !== undefined && now() - known.at < KEY_KEPT_MS
    if (isKnown && known.hash !== hash) return refuse(response, 409, 'invalid_idempotent_request')

    const accept = () => {
      if (isKnown) return known.id
      const id = `fake-${mails.length + 1}`
      mails.push({ id, idempotencyKey, payload })
      if (idempotencyKey) remembered.set(idempotencyKey, { hash, id, at: now() })
      return id
    }
    behaviours[behaviour]({ request, response, accept })
  })

  function nextBehaviour(): Behaviour {
    const scripted = script.shift()
    if (scripted) return scripted
    const { failing } = options
    if (!failing || failing.random() >= failing.probability) return 'ok'
    return failing.among[Math.floor(failing.random() * failing.among.length)] ?? 'ok'
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: () => mails,
    requests: () => requests,
    /** What the next requests get, before anything else. */
    script: (...next: Behaviour[]) => script.push(...next),
    close() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json', headers = {}) {
  response.writeHead(status, { 'content-type': type, ...headers }).end(body)
}

const answer = (response: ServerResponse, status: number, body: object, headers = {}) =>
  send(response, status, JSON.stringify(body), 'application/json', headers)

const refuse = (response: ServerResponse, statusCode: number, name: string, headers = {}) =>
  answer(response, statusCode, { statusCode, name, message: `The fake says ${name}.` }, headers)

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function readPayload(body: string): Record<string, unknown> | undefined {
  try {
    const payload = JSON.parse(body)
    const isComplete = ['from', 'to', 'subject'].every((field) => payload[field]) && (payload.html || payload.text)
    return isComplete ? payload : undefined
  } catch {
    return undefined
  }
}
