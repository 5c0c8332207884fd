import { BoundedResend } from './bounded-resend.ts'
import type { Mailer, SendResult } from './mailer.ts'
import { retryAfterMs } from './retry-after.ts'

const DEFAULT_BASE_URL = 'https://api.resend.com'
const ATTEMPT_MS_MAX = 10_000
/** Half of what Resend allows a team today. Its answers name the true limit, and then that one holds. */
const PER_SECOND_MAX = 5

type Meaning = { kind: 'pause'; untilNextDay?: true } | { kind: 'attention' }

const pause: Meaning = { kind: 'pause' }
const attention: Meaning = { kind: 'attention' }

/**
 * What each of Resend's names means for a delivery, whatever the status. A name that is not here is tried again:
 * it says too little to give up on a person.
 */
const meanings = new Map<string, Meaning>(
  Object.entries({
    daily_quota_exceeded: { kind: 'pause', untilNextDay: true },
    monthly_quota_exceeded: pause,
    missing_api_key: pause,
    invalid_api_key: pause,
    restricted_api_key: pause,
    suspended_api_key: pause,
    invalid_from_address: pause,
    missing_required_field: attention,
    invalid_attachment: attention,
    invalid_idempotency_key: attention,
    invalid_idempotent_request: attention,
  }),
)

/** The one name whose meaning depends on the status: 403 is a domain that is not verified, and concerns every mail. */
const validationMeanings = new Map<unknown, Meaning>([
  [400, attention],
  [422, attention],
  [403, pause],
])

type Answer = { data?: unknown; error?: unknown; headers?: Record<string, string> | null } | null

type Options = { apiKey: string; baseUrl?: string; attemptMsMax?: number; now?: () => number }

/** Sends through Resend under one key per delivery: for 24 hours, a second attempt reaches the reader no second time. */
export function resendMailer(options: Options): Mailer {
  const { apiKey, baseUrl = DEFAULT_BASE_URL, attemptMsMax = ATTEMPT_MS_MAX, now = Date.now } = options
  const resend = new BoundedResend(apiKey, { baseUrl })

  return {
    perSecondMax: PER_SECOND_MAX,
    async send(mail, deliveryId) {
      // The client hands these on to fetch. A redirect would be followed as a GET whose answer looks like success.
      const request = {
        idempotencyKey: `delivery/${deliveryId}`,
        signal: AbortSignal.timeout(attemptMsMax),
        redirect: 'error',
      }
      try {
        const answer = await resend.emails.send(mail, request)
        return { ...readAnswer(answer, now()), ...rateIn(answer) }
      } catch {
        return { kind: 'retry', failure: 'no-answer' }
      }
    },
  }
}

/** Judges what the client returned. It reports some failed sends with neither data nor error, so only an id is success. */
function readAnswer(answer: Answer, now: number): SendResult {
  const id = fieldOf(answer?.data, 'id')
  if (typeof id === 'string' && id !== '') return { kind: 'sent', providerId: id }

  const wish = retryAfterMs(answer?.headers?.['retry-after'], now)
  const later = wish === undefined ? {} : { retryAfterMs: wish }
  const name = fieldOf(answer?.error, 'name')
  const status = fieldOf(answer?.error, 'statusCode')
  if (typeof name !== 'string') return { kind: 'retry', failure: 'unclear-answer', ...later }
  if (name === 'application_error' && status === null) return { kind: 'retry', failure: 'no-answer' }
  if (name === 'rate_limit_exceeded') return { kind: 'retry', failure: 'rate-limit-exceeded', ...later, holdsAll: true }

  const meaning = name === 'validation_error' ? validationMeanings.get(status) : meanings.get(name)
  if (name === 'validation_error' && meaning === pause) return { kind: 'pause', failure: 'domain-not-verified' }
  const failure = /^[a-z_]{1,60}$/.test(name) ? name.replaceAll('_', '-') : 'unknown-failure'
  return meaning ? { ...meaning, failure } : { kind: 'retry', failure, ...later }
}

function rateIn(answer: Answer): { perSecondMax?: number } {
  const limit = answer?.headers?.['ratelimit-limit'] ?? ''
  // Some gateways write "10, 10;w=1": the first number is the limit.
  const [, count] = /^([1-9]\d{0,3})(?:$|[,;\s])/.exec(limit) ?? []
  return count === undefined ? {} : { perSecondMax: Number(count) }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
