import { Resend } from 'resend'
import type { Mailer, SendResult } from './mailer.ts'
import { retryAfterMs } from './retry-after.ts'

const DEFAULT_BASE_URL = 'https://api.resend.com'
const ATTEMPT_MS_MAX = 10_000

/** What each of Resend's names means for a delivery. A name that is not here says too little: it is tried again. */
const meanings = new Map<string, 'pause' | 'attention'>(
  Object.entries({
    daily_quota_exceeded: 'pause',
    monthly_quota_exceeded: 'pause',
    missing_api_key: 'pause',
    invalid_api_key: 'pause',
    restricted_api_key: 'pause',
    suspended_api_key: 'pause',
    invalid_from_address: 'pause',
    validation_error: 'attention',
    missing_required_field: 'attention',
    invalid_attachment: 'attention',
    invalid_idempotency_key: 'attention',
    invalid_idempotent_request: 'attention',
  }),
)

type Answer = { data?: unknown; error?: unknown; headers?: Record<string, string> | null } | null

type Options = { apiKey: string; baseUrl?: string; attemptMsMax?: number }

/** Sends through Resend under one key per delivery: for 24 hours, a second attempt reaches the reader no second time. */
export function resendMailer({ apiKey, baseUrl = DEFAULT_BASE_URL, attemptMsMax = ATTEMPT_MS_MAX }: Options): Mailer {
  const resend = new Resend(apiKey, { baseUrl })

  return {
    async send(mail, deliveryId) {
      // The client hands these on to fetch. A redirect would be followed as a GET whose answer looks like success.
      const options = {
        idempotencyKey: `delivery/${deliveryId}`,
        signal: AbortSignal.timeout(attemptMsMax),
        redirect: 'error',
      }
      try {
        return readAnswer(await resend.emails.send(mail, options))
      } catch {
        return { kind: 'retry', failure: 'no-answer' }
      }
    },
  }
}

/** Judges what the client returned. It reports some failed sends with neither data nor error, so only an id is success. */
function readAnswer(answer: Answer): SendResult {
  const id = fieldOf(answer?.data, 'id')
  if (typeof id === 'string' && id !== '') return { kind: 'sent', providerId: id }

  const name = fieldOf(answer?.error, 'name')
  const status = fieldOf(answer?.error, 'statusCode')
  if (typeof name !== 'string') return { kind: 'retry', failure: 'unclear-answer', ...wishOf(answer) }
  if (name === 'application_error' && status === null) return { kind: 'retry', failure: 'no-answer' }

  // 403 with this name is a domain that is not verified, and concerns every mail.
  const kind = name === 'validation_error' && status === 403 ? 'pause' : meanings.get(name)
  const failure = /^[a-z_]{1,60}$/.test(name) ? name.replaceAll('_', '-') : 'unknown-failure'
  return kind ? { kind, failure } : { kind: 'retry', failure, ...wishOf(answer) }
}

function wishOf(answer: Answer) {
  const wish = retryAfterMs(answer?.headers?.['retry-after'], Date.now())
  return wish === undefined ? {} : { retryAfterMs: wish }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
