import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { DAY_MS, MINUTE_MS } from '#lib/duration.ts'
import { dailyHash } from './daily-salt.ts'
import type { Signal } from './signal.ts'
import { plainText } from './text-signal.ts'

/** How many inquiries one network may send before they are held back. */
const heldOver = { tenMinutes: 5, day: 20 }
/** More than this in a minute is no household and no waiting room, and is asked to wait. */
export const PER_MINUTE_MAX = 60

const windows = { minute: MINUTE_MS, tenMinutes: 10 * MINUTE_MS, day: DAY_MS }
const windowNames = ['minute', 'tenMinutes', 'day'] as const satisfies (keyof typeof windows)[]

// "Please call me" is what many people write; a longer text that is the same letter by letter was copied.
const MESSAGE_LENGTH_MIN = 40
const OTHERS_MANY = 3

/** Who sent it and what: `address` is '' when it cannot be told, and then nobody's inquiries are counted together. */
export type Visit = { address: string; reach: string; message: string }

/** Counts an inquiry that was just stored, in its transaction: every one is counted once, and no two at the same time. */
export async function countInquiry(
  transaction: Transaction<Schema>,
  salt: Buffer,
  { address, reach, message }: Visit,
  now: number,
): Promise<{ signals: Signal[]; isFlood: boolean }> {
  const counts = address ? await countVisit(transaction, salt, address, now) : { minute: 0, tenMinutes: 0, day: 0 }
  const others = await countOthers(transaction, salt, { sender: address || reach, message }, now)
  const signals: Signal[] = []
  if (counts.tenMinutes > heldOver.tenMinutes || counts.day > heldOver.day) signals.push('many-from-one-address')
  if (others >= OTHERS_MANY) signals.push('message-seen-widely')
  else if (others > 0) signals.push('message-seen')
  return { signals, isFlood: counts.minute > PER_MINUTE_MAX }
}

/** Whether a network has sent all it may send in this minute; found out without writing, so that a flood costs little. */
export async function isFlooding(db: Kysely<Schema>, salt: Buffer, address: string, now: number): Promise<boolean> {
  if (!address) return false
  const sent = await db
    .selectFrom('visit_count')
    .select('count')
    .where('key', '=', dailyHash(salt, `minute/${address}`))
    .where('window_start', '=', now - (now % windows.minute))
    .executeTakeFirst()
  return (sent?.count ?? 0) >= PER_MINUTE_MAX
}

async function countVisit(transaction: Transaction<Schema>, salt: Buffer, address: string, now: number) {
  const rows = windowNames.map((window) => ({
    key: dailyHash(salt, `${window}/${address}`),
    window_start: now - (now % windows[window]),
    count: 1,
  }))
  const counted = await transaction
    .insertInto('visit_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((row) => ({ count: row('visit_count.count', '+', 1) })),
    )
    .returning(['key', 'count'])
    .execute()
  const [minute = 0, tenMinutes = 0, day = 0] = rows.map(
    ({ key }) => counted.find((row) => row.key === key)?.count ?? 0,
  )
  return { minute, tenMinutes: tenMinutes + (await countBefore(transaction, rows[1], now)), day }
}

// Without this, whoever sends at the turn of a window may send twice as much.
async function countBefore(
  transaction: Transaction<Schema>,
  current: { key: string; window_start: number } | undefined,
  now: number,
): Promise<number> {
  if (!current) return 0
  const before = await transaction
    .selectFrom('visit_count')
    .select('count')
    .where('key', '=', current.key)
    .where('window_start', '=', current.window_start - windows.tenMinutes)
    .executeTakeFirst()
  const share = 1 - (now - current.window_start) / windows.tenMinutes
  return Math.floor((before?.count ?? 0) * share)
}

/** From how many other senders the same text came today. It is forgotten with the salt of the day. */
async function countOthers(
  transaction: Transaction<Schema>,
  salt: Buffer,
  { sender, message }: { sender: string; message: string },
  now: number,
): Promise<number> {
  const text = plainText(message)
  if (text.length < MESSAGE_LENGTH_MIN) return 0

  const seen = { hash: dailyHash(salt, `message/${text}`), sender: dailyHash(salt, `sender/${sender}`), seen_at: now }
  await transaction
    .insertInto('seen_message')
    .values(seen)
    .onConflict((conflict) => conflict.columns(['hash', 'sender']).doUpdateSet({ seen_at: now }))
    .execute()
  const { others } = await transaction
    .selectFrom('seen_message')
    .select((row) => row.fn.countAll<number>().as('others'))
    .where('hash', '=', seen.hash)
    .where('sender', '!=', seen.sender)
    .where('seen_at', '>', now - DAY_MS)
    .executeTakeFirstOrThrow()
  return Number(others)
}
