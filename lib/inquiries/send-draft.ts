import { cookieFor, draftFrom } from './draft-cookie.ts'
import { inquirySchema } from './schema.ts'
import { submitInquiry } from './submit.ts'

type Outcome = { kind: 'sent' | 'expired' | 'has-problems'; cookie?: string } | { kind: 'storage-unavailable' }

/** Sends the draft in the visitor's cookie. A draft already sent is not sent again. */
export async function sendDraft(cookieHeader: string | null, locale: string, now: number): Promise<Outcome> {
  const draft = draftFrom(cookieHeader, now)
  if (!draft) return { kind: 'expired' }
  if (draft.sent) return { kind: 'sent' }

  const checked = inquirySchema.safeParse(draft.answers)
  if (!checked.success || draft.messageKept !== undefined) return { kind: 'has-problems' }

  const submitted = await submitInquiry({ id: draft.id, inquiry: checked.data, locale })
  if (submitted.kind === 'storage-unavailable') return submitted

  const { reference, receivedAt } = submitted
  return { kind: 'sent', cookie: cookieFor({ ...draft, sent: { reference, receivedAt } }, now) }
}
