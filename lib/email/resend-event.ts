import { z } from 'zod'

type Fate = 'delivered' | 'delayed' | 'bounced' | 'complained' | 'suppressed' | 'failed'

/** What Resend's news says about a mail. News that is not here is written down and changes nothing. */
const meanings: Record<string, { fate?: Fate }> = {
  'email.sent': {},
  'email.delivered': { fate: 'delivered' },
  'email.delivery_delayed': { fate: 'delayed' },
  'email.bounced': { fate: 'bounced' },
  'email.complained': { fate: 'complained' },
  'email.suppressed': { fate: 'suppressed' },
  'email.failed': { fate: 'failed' },
}

const time = z.string().transform((text, context) => {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  context.addIssue({ code: 'custom' })
  return z.NEVER
})
const tagName = z.string().max(256)
const tags = z.union([
  z.record(z.string(), tagName),
  z
    .array(z.object({ name: tagName, value: tagName }))
    .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
])

// Only what is read here is looked at: the news also holds addresses and the subject, and nobody keeps those.
const news = z.object({
  type: z.string().transform((text) => (/^[a-z_.]{1,60}$/.test(text) ? text : 'unknown')),
  created_at: time.optional().catch(undefined),
  data: z
    .object({
      email_id: z.string().max(100).optional().catch(undefined),
      tags: tags.optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

export type ResendEvent = {
  type: string
  createdAt: number
  deliveryId?: string
  providerId?: string
  provesTaken: boolean
  fate?: Fate
}

/** Reads verified news; `undefined` when it is not news at all. `sentAt` stands in where it does not say when. */
export function readResendEvent(payload: unknown, sentAt: number): ResendEvent | undefined {
  const read = news.safeParse(payload)
  if (!read.success) return undefined

  const { type, created_at: createdAt = sentAt, data } = read.data
  const meaning = Object.hasOwn(meanings, type) ? meanings[type] : undefined
  return {
    type,
    createdAt,
    ...(data?.tags?.delivery && { deliveryId: data.tags.delivery }),
    ...(data?.email_id && { providerId: data.email_id }),
    provesTaken: meaning !== undefined,
    ...meaning,
  }
}
