import { createHmac, randomBytes } from 'node:crypto'

export const makeWebhookSecret = () => `whsec_${randomBytes(24).toString('base64')}`

type Signing = { secret: string; id?: string; at?: number; timestamp?: string }

let count = 0

/** The three headers under which Resend's sender of news signs a body, as its documents describe them. */
export function signedHeaders(
  body: string | Buffer,
  { secret, id = `msg_${++count}`, at = Date.now(), timestamp }: Signing,
) {
  const sentAt = timestamp ?? String(Math.floor(at / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${sentAt}.`).update(body).digest('base64')
  return { id, timestamp: sentAt, signature: `v1,${signature}` }
}

/** News as Resend writes it, with the addresses and the subject that nobody must keep. */
export function newsOf(
  type: string,
  { deliveryId, at = Date.now(), emailId = 'p' }: { deliveryId?: string; at?: number; emailId?: string },
) {
  return JSON.stringify({
    type,
    created_at: new Date(at).toISOString(),
    data: {
      email_id: emailId,
      created_at: new Date(at - 1000).toISOString(),
      from: 'Clinic website <website@clinic.example>',
      to: ['canary@person.example'],
      subject: 'Canary subject',
      ...(deliveryId && { tags: { delivery: deliveryId } }),
      bounce: { message: 'Canary bounce', type: 'Permanent', subType: 'General' },
    },
  })
}
