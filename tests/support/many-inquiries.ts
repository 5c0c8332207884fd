import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Db, DeliveryFate, InquiryStatus, Schema } from '#lib/db/schema.ts'
import { DAY_MS, HOUR_MS } from '#lib/duration.ts'
import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { addWorkingMs } from '#lib/hours/working-time.ts'
import { blindHash } from '#lib/inquiries/blind-index.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { keyIdsText } from '#lib/seal/key-ids.ts'
import type { SealKeys } from '#lib/seal/keys.ts'
import { sealFor } from '#lib/seal/sealed-box.ts'
import { seededRandom } from './seeded-random.ts'

const AT_ONCE = 250
const SPREAD_MS = 82 * DAY_MS
const WORKING_DAY_MS = 8 * HOUR_MS

type Many = { keys: SealKeys; indexKey: Buffer; hours: ClinicHours; now: number; count: number; ownerId: string }
type Row = {
  inquiry: Insertable<Schema['inquiry']>
  delivery: Insertable<Schema['delivery']>
  index: Schema['blind_index']
}

export const referenceOf = (number: number) => {
  const alphabet = '23456789ACDEFGHJKMNPQRTVWXY'
  return `KW-${Array.from({ length: 5 }, (_, place) => alphabet[Math.floor(number / 27 ** place) % 27]).join('')}`
}
export const phoneOf = (number: number) => `+1305${String(2_000_000 + number)}`

/**
 * Stores so many inquiries of the last twelve weeks, really sealed, as years of neglect would leave them: of a hundred,
 * 28 wait for an answer, 8 were answered, 5 snoozed, 5 in quarantine, 54 closed; of 50, one e-mail failed.
 */
export async function storeMany(db: Db, many: Many, tell: (stored: number) => void): Promise<void> {
  const random = seededRandom(5)
  for (let first = 0; first < many.count; first += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, many.count - first) }, (_, place) =>
      rowOf(many, first + place, random),
    )
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('inquiry')
        .values(rows.map(({ inquiry }) => inquiry))
        .execute()
      await transaction
        .insertInto('delivery')
        .values(rows.map(({ delivery }) => delivery))
        .execute()
      await transaction
        .insertInto('blind_index')
        .values(rows.map(({ index }) => index))
        .execute()
    })
    tell(first + rows.length)
  }
}

function rowOf({ keys, indexKey, hours, now, ownerId }: Many, number: number, random: () => number): Row {
  const id = randomUUID()
  const deliveryId = randomUUID()
  const received_at = now - Math.floor(random() * SPREAD_MS) - 1
  const answered_at = Math.min(now, addWorkingMs(received_at, Math.floor(random() * 2 * WORKING_DAY_MS), hours))
  return {
    inquiry: {
      id,
      reference: referenceOf(number),
      received_at,
      locale: 'en',
      sealed: sealFor(keys.publicKeys, JSON.stringify(inquiryOf(number)), `inquiry/${id}/1`),
      key_id: keyIdsText(keys.publicKeys),
      amber_at: addWorkingMs(received_at, WORKING_DAY_MS / 2, hours),
      due_at: addWorkingMs(received_at, WORKING_DAY_MS, hours),
      opened_at: received_at,
      indexed_at: now,
      owner_id: number % 10 === 0 ? ownerId : null,
      ...untouched,
      ...standing(number % 100, { now, received_at, answered_at }),
    },
    delivery: {
      id: deliveryId,
      inquiry_id: id,
      kind: 'clinic',
      once_key: `inquiry/${id}/clinic`,
      sealed_payload: sealFor(keys.publicKeys, '{}', `delivery/${deliveryId}/1`),
      next_attempt_at: received_at,
      attempts: 1,
      settled_at: received_at,
      ...mailOf(number % 50),
    },
    index: { inquiry_id: id, kind: 'phone', hash: blindHash(indexKey, 'phone', phoneOf(number)) },
  }
}

// Rows stored by one statement must all name the same columns.
const untouched = {
  answered_at: null,
  snoozed_until: null,
  quarantined_at: null,
  closed_at: null,
  spam_score: 0,
  spam_signals: '',
}

type Times = { now: number; received_at: number; answered_at: number }

function standing(share: number, { now, received_at, answered_at }: Times) {
  const status = (name: InquiryStatus) => ({ status: name })
  if (share < 28) return status('new')
  if (share < 36) return { ...status('talked'), answered_at }
  if (share < 41) return { ...status('trying'), snoozed_until: now + (share - 35) * DAY_MS }
  if (share < 46) return { ...status('new'), quarantined_at: received_at, spam_score: 10, spam_signals: 'trap-filled' }
  return { ...status('booked'), answered_at, closed_at: Math.min(now, answered_at + HOUR_MS) }
}

function mailOf(share: number): Pick<Schema['delivery'], 'state' | 'fate' | 'last_failure'> {
  if (share === 0) return { state: 'attention', fate: null, last_failure: 'address-refused' }
  return { state: 'sent', fate: (share === 1 ? 'bounced' : 'delivered') satisfies DeliveryFate, last_failure: null }
}

function inquiryOf(number: number): Inquiry {
  return {
    about: 'me',
    topics: ['safety'],
    name: `DEMO Number ${number}`,
    channel: 'phone',
    phone: { typed: phoneOf(number), e164: phoneOf(number), voicemail: number % 3 === 0 ? 'no' : 'yes', times: [] },
    language: { choice: 'en' },
    message: 'DEMO, nobody wrote this. '.repeat(8),
    receipt: false,
  }
}
