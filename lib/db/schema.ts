import type { Generated, Kysely } from 'kysely'

export type Db = Kysely<Schema>

export type InquiryStatus = 'new' | 'trying' | 'talked' | 'booked' | 'not-a-fit' | 'no-reply' | 'spam'

/** What a mail is for. `clinic`: tells the clinic of an inquiry; `backup`: tells the second address; `receipt`: the sender. */
export type DeliveryKind = 'clinic' | 'backup' | 'receipt' | 'surge' | 'digest'

/** What the provider later said became of a mail it had taken. */
export type DeliveryFate = 'delivered' | 'delayed' | 'bounced' | 'complained' | 'suppressed' | 'failed'

/** Every table as the code sees it. Text, whole numbers and bytes only; times are milliseconds since 1970. */
export type Schema = {
  inquiry: {
    id: string
    reference: string
    received_at: number
    locale: string
    sealed: Buffer
    key_id: string
    status: InquiryStatus
    /** When half of the time to a first answer is over, and when all of it is; null until the clinic's hours were applied. */
    amber_at: number | null
    due_at: number | null
    spam_score: Generated<number>
    /** Names of what made it look like spam, separated by spaces. */
    spam_signals: Generated<string>
    /** Set while it is held back as possible spam. */
    quarantined_at: number | null
    opened_at: number | null
    /** When the second address was told that nobody had opened it. */
    escalated_at: number | null
    answered_at: number | null
    snoozed_until: number | null
    closed_at: number | null
    /** When its blind index was written. */
    indexed_at: number | null
    owner_id: string | null
    /** Grows with every change by staff; a change names the version it was made on. */
    version: Generated<number>
  }
  delivery: {
    id: string
    inquiry_id: string | null
    kind: DeliveryKind
    /** What this mail is, said once: a second one with the same key is not owed. */
    once_key: string
    sealed_payload: Buffer
    /** `held`: not owed until somebody releases the inquiry from quarantine. */
    state: 'held' | 'pending' | 'sending' | 'sent' | 'attention'
    next_attempt_at: number
    first_attempt_at: number | null
    attempts: number
    lease_until: number | null
    owner: string | null
    provider_id: string | null
    last_failure: string | null
    settled_at: number | null
    fate: DeliveryFate | null
    fate_at: number | null
    /** When staff had it sent again, as a delivery of its own. */
    replaced_at: number | null
  }
  pause: { name: string; reason: string; since: number; until: number }
  allowance: { name: string; millitokens: number; refilled_at: number }
  webhook_event: { id: string; type: string; created_at: number; received_at: number; delivery_id: string | null }
  daily_salt: { day: string; salt: Buffer }
  visit_count: { key: string; window_start: number; count: number }
  seen_message: { hash: string; sender: string; seen_at: number }
  blind_index: { inquiry_id: string; kind: 'phone' | 'email'; hash: string }
  audit: {
    seq: number
    at: number
    actor: string
    action: string
    subject: string
    detail: string
    prev_hash: string
    hash: string
  }
  /** Counts of inquiries that were purged, by the week they came in. */
  tally: { week: string; name: string; count: number }
  watermark: { name: string; at: number }
  lease: { name: string; owner: string; until: number }
  /** `mac`, here and below: that a process with our key wrote it. */
  staff: {
    id: string
    name: string
    role: 'staff' | 'manager'
    created_at: number
    disabled_at: number | null
    mac: string
  }
  passkey: {
    id: string
    staff_id: string
    public_key: Buffer
    counter: number
    transports: string
    label: string
    created_at: number
    used_at: number | null
    mac: string
  }
  recovery_code: { hash: string; staff_id: string; created_at: number; used_at: number | null; mac: string }
  enrolment: { hash: string; staff_id: string; expires_at: number; used_at: number | null; mac: string }
  challenge: { hash: string; purpose: string; staff_id: string | null; expires_at: number }
  session: {
    hash: string
    id: string
    staff_id: string
    created_at: number
    seen_at: number
    stepped_up_at: number | null
    device: string
    mac: string
  }
  inquiry_event: {
    id: string
    inquiry_id: string
    at: number
    staff_id: string | null
    kind: string
    detail: string
    sealed_note: Buffer | null
    key_id: string | null
  }
  viewing: { inquiry_id: string; staff_id: string; seen_at: number }
  migration: { number: number; name: string; applied_at: number }
  probe: { id: string }
}
