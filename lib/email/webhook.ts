import { Resend } from 'resend'
import { MINUTE_MS } from '#lib/duration.ts'
import { type ResendEvent, readResendEvent } from './resend-event.ts'

const TOLERANCE_MS = 5 * MINUTE_MS
const ID = /^[\w-]{1,100}$/
// The library would read "1763000000junk" as a number.
const TIMESTAMP = /^\d{10}$/

export type WebhookHeaders = { id: string | null; timestamp: string | null; signature: string | null }

type Message = { body: Buffer; headers: WebhookHeaders; secrets: readonly string[]; now: number }

/**
 * The news in a message that Resend itself signed, no more than five minutes ago; `undefined` for any other message.
 *
 * While a secret is being changed there are two, and either will do.
 */
export function readWebhook({ body, headers, secrets, now }: Message): (ResendEvent & { id: string }) | undefined {
  const { id, timestamp, signature } = headers
  if (!id || !timestamp || !signature || !ID.test(id) || !TIMESTAMP.test(timestamp)) return undefined
  const sentAt = Number(timestamp) * 1000
  if (Math.abs(now - sentAt) > TOLERANCE_MS) return undefined

  for (const secret of secrets) {
    const payload = verified(secret, body.toString(), { id, timestamp, signature })
    const event = payload === undefined ? undefined : readResendEvent(payload, sentAt)
    if (event) return { id, ...event }
  }
  return undefined
}

function verified(
  webhookSecret: string,
  payload: string,
  headers: { id: string; timestamp: string; signature: string },
) {
  try {
    // The key is for calls to Resend, and this makes none.
    return new Resend('none').webhooks.verify({ payload, headers, webhookSecret }) as unknown
  } catch {
    return undefined
  }
}
