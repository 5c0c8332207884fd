import type { Kysely } from 'kysely'

export type Db = Kysely<Schema>

/** Every table as the code sees it. Text, whole numbers and bytes only; times are milliseconds since 1970. */
export type Schema = {
  inquiry: {
    id: string
    reference: string
    received_at: number
    locale: string
    sealed: Buffer
    key_id: string
    status: 'new'
  }
  delivery: {
    id: string
    inquiry_id: string
    kind: 'clinic'
    sealed_payload: Buffer
    state: 'pending' | 'sending' | 'sent' | 'attention'
    next_attempt_at: number
    first_attempt_at: number | null
    attempts: number
    lease_until: number | null
    owner: string | null
    provider_id: string | null
    last_failure: string | null
    settled_at: number | null
  }
  migration: { number: number; name: string; applied_at: number }
  probe: { id: string }
}
