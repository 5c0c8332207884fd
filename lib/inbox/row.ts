import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Schema } from '#lib/db/schema.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { openIfPossible } from '#lib/inquiries/store.ts'
import type { Desk } from './desk.ts'

export const storedColumns = [
  'id',
  'reference',
  'received_at',
  'amber_at',
  'due_at',
  'answered_at',
  'snoozed_until',
  'closed_at',
  'quarantined_at',
  'spam_signals',
  'status',
  'owner_id',
  'locale',
  'version',
  'sealed',
] as const satisfies (keyof Schema['inquiry'])[]

export type StoredRow = Pick<
  {
    [Column in keyof Schema['inquiry']]: Column extends 'spam_signals'
      ? string
      : Column extends 'version'
        ? number
        : Schema['inquiry'][Column]
  },
  (typeof storedColumns)[number]
>

export type MailState = Pick<Schema['delivery'], 'state' | 'fate' | 'last_failure'>

/** A line of the list: how long somebody waits and how to reach them safely, but neither name nor message. */
export type InboxRow = {
  id: string
  reference: string
  receivedAt: number
  amberAt: number | null
  dueAt: number | null
  answeredAt: number | null
  snoozedUntil: number | null
  closedAt: number | null
  quarantinedAt: number | null
  spamSignals: string[]
  status: Schema['inquiry']['status']
  owner: { id: string; name: string } | null
  mail: MailState | null
  /** Null when it cannot be opened with the keys at hand. */
  reach: Reach | null
}

export type Reach = Pick<Inquiry, 'about' | 'channel' | 'language'> & { voicemail: 'yes' | 'no' | null }

/** Opens what the list shows of each row, and finds out who has it and where its e-mail stands. */
export async function rowsFrom(desk: Desk, stored: StoredRow[]): Promise<InboxRow[]> {
  if (stored.length === 0) return []
  const [mails, names] = await Promise.all([mailsOf(desk, stored), namesOf(desk, stored)])

  return stored.map((row) => ({
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at,
    amberAt: row.amber_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    snoozedUntil: row.snoozed_until,
    closedAt: row.closed_at,
    quarantinedAt: row.quarantined_at,
    spamSignals: row.spam_signals.split(' ').filter(Boolean),
    status: row.status,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? '(no longer here)' },
    mail: mails.get(row.id) ?? null,
    reach: reachOf(desk, row),
  }))
}

function reachOf({ keys }: Desk, row: StoredRow): Reach | null {
  const inquiry = openIfPossible(keys.privateKeys, row)
  if (!inquiry) return null
  const { about, channel, language, phone } = inquiry
  return { about, channel, language, voicemail: phone?.voicemail ?? null }
}

async function mailsOf({ db }: Desk, stored: StoredRow[]): Promise<Map<string, MailState>> {
  const ids = stored.map(({ id }) => id)
  const mails = await retryWhenBusy(() =>
    db
      .selectFrom('delivery')
      .select(['inquiry_id', 'state', 'fate', 'last_failure'])
      .where('inquiry_id', 'in', ids)
      .where('kind', '=', 'clinic')
      // A mail sent again is a second delivery; the newest one speaks for the inquiry.
      .orderBy('next_attempt_at')
      .execute(),
  )
  return new Map(mails.map(({ inquiry_id, ...mail }) => [String(inquiry_id), mail]))
}

async function namesOf({ db }: Desk, stored: StoredRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(stored.flatMap(({ owner_id }) => owner_id ?? []))]
  if (ids.length === 0) return new Map()
  const people = await retryWhenBusy(() =>
    db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute(),
  )
  return new Map(people.map(({ id, name }) => [id, name]))
}
