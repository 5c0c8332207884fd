import { readMarks } from '#lib/abuse/request-mark.ts'
import type { Signal } from '#lib/abuse/signal.ts'
import { suspicionOf } from '#lib/abuse/suspicion.ts'
import { textSignals } from '#lib/abuse/text-signal.ts'
import type { Draft } from './draft.ts'
import { cookieFor, draftFrom } from './draft-cookie.ts'
import { type Inquiry, inquirySchema } from './schema.ts'
import { submitInquiry } from './submit.ts'

type Outcome =
  | { kind: 'sent' | 'expired' | 'has-problems'; cookie?: string }
  | { kind: 'storage-unavailable' }
  | { kind: 'too-many' }

// The page has to load, be read and be pressed; below the first nobody could have, below the second few people do.
const INSTANT_MS = 500
const AT_ONCE_MS = 2000

/** Sends the draft in the visitor's cookie. A draft already sent is not sent again. */
export async function sendDraft(headers: Headers, locale: string, now: number): Promise<Outcome> {
  const draft = draftFrom(headers.get('cookie'), now)
  if (!draft) return { kind: 'expired' }
  if (draft.sent) return { kind: 'sent' }

  const checked = inquirySchema.safeParse(draft.answers)
  if (!checked.success || draft.messageKept !== undefined) return { kind: 'has-problems' }

  const submitted = await submitInquiry({
    id: draft.id,
    inquiry: checked.data,
    locale,
    suspicion: suspicionOf(signalsOf(draft, checked.data, headers, now)),
    address: headers.get('x-client-address') ?? '',
  })
  if (submitted.kind !== 'accepted') return submitted

  const { reference, receivedAt } = submitted
  return { kind: 'sent', cookie: cookieFor({ ...draft, sent: { reference, receivedAt } }, now) }
}

function signalsOf(draft: Draft, { name, message, language }: Inquiry, headers: Headers, now: number): Signal[] {
  return [
    ...(draft.traces ?? []),
    ...readMarks(headers.get('x-request-marks')),
    ...timingSignals(now - (draft.keptAt ?? 0)),
    ...textSignals({ name: `${name}\n${language.other ?? ''}`, message }),
  ]
}

function timingSignals(tookMs: number): Signal[] {
  if (tookMs < INSTANT_MS) return ['sent-in-an-instant']
  return tookMs < AT_ONCE_MS ? ['sent-at-once'] : []
}
