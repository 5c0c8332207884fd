import { headerText } from './header-text.ts'
import type { Mail } from './mailer.ts'

export type RenderedMail = { subject: string; html?: string; text: string; replyTo?: string }
export type Envelope = { mode: 'full' | 'notice'; from: string; to: string; deliveryId: string }

const SINGLE_ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/

/** Writes down, byte for byte, what every attempt will send: one key with two payloads would be refused by Resend. */
export function freezeMail({ subject, html, text, replyTo }: RenderedMail, envelope: Envelope): string {
  const answerTo = envelope.mode === 'full' ? headerText(replyTo ?? '') : ''
  const mail: Mail = {
    from: headerText(envelope.from),
    to: headerText(envelope.to),
    subject: headerText(subject),
    ...(html !== undefined && { html }),
    text,
    ...(SINGLE_ADDRESS.test(answerTo) && { replyTo: answerTo }),
    tags: [{ name: 'delivery', value: envelope.deliveryId }],
  }
  return JSON.stringify(mail)
}
