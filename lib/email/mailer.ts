/** One e-mail exactly as the provider gets it. Frozen when the inquiry is accepted, so every attempt sends the same. */
export type Mail = {
  from: string
  to: string
  subject: string
  html?: string
  text: string
  replyTo?: string
  tags: { name: string; value: string }[]
}

/**
 * What one attempt came to.
 *
 * `retry` includes every answer that leaves open whether the mail went: the same key makes a second attempt harmless.
 * `pause` says no mail can go at all until somebody puts the configuration right, or until the next day (UTC) begins.
 * `perSecondMax` is the rate the provider named in its answer.
 */
export type SendResult = (
  | { kind: 'sent'; providerId: string }
  | { kind: 'retry'; failure: string; retryAfterMs?: number; holdsAll?: true }
  | { kind: 'pause'; failure: string; untilNextDay?: true }
  | { kind: 'attention'; failure: string }
) & { perSecondMax?: number }

/** Sends a mail for a delivery. Never throws, and sending twice for one delivery id reaches the reader once. */
export type Mailer = {
  send(mail: Mail, deliveryId: string): Promise<SendResult>
  /** How many mails a second it may be handed by all processes together; without it, as many as there are. */
  perSecondMax?: number
}
