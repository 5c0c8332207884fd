import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'

const SALT_BYTES = 32
// Whoever asks has an inquiry in hand, and that one needs the rest of the two seconds it may wait for a lock.
const LIMIT_MS = 250

/** The day a time belongs to, in UTC, so that every machine of a deployment names it alike. */
export const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10)

const known = new WeakMap<Db, { day: string; salt: Buffer }>()

/** The key that goes into every day's salt, made from one that every process with the form has. */
export function countKeyFrom(draftKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', draftKey, '', 'daily-count', 32))
}

/**
 * The salt of this day, one for the whole deployment. What was hashed with it means nothing once it is deleted.
 *
 * Half of it is the key, which is not in the database: addresses and phone numbers are few enough to try them all, so
 * whoever reads the database alone must not have what they are hashed with.
 *
 * Ask before a transaction begins: SQLite has one connection, and inside a transaction this would wait for itself.
 */
export async function dailySalt(db: Db, countKey: Buffer, now: number): Promise<Buffer> {
  return createHmac('sha256', countKey)
    .update(await storedSalt(db, now))
    .digest()
}

async function storedSalt(db: Db, now: number): Promise<Buffer> {
  const day = dayOf(now)
  const remembered = known.get(db)
  if (remembered?.day === day) return remembered.salt

  const salt = await retryWhenBusy(() => findOrMakeSalt(db, day), { limitMs: LIMIT_MS })
  known.set(db, { day, salt })
  return salt
}

async function findOrMakeSalt(db: Db, day: string): Promise<Buffer> {
  const find = () => db.selectFrom('daily_salt').select('salt').where('day', '=', day).executeTakeFirst()
  const found = await find()
  if (found) return found.salt

  // Two processes may both find none at midnight; the first one's stands.
  await db
    .insertInto('daily_salt')
    .values({ day, salt: randomBytes(SALT_BYTES) })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const made = await find()
  if (!made) throw new Error('The salt of the day was deleted as it was made.')
  return made.salt
}

/** What stands in the database in place of the text. The same text has another hash tomorrow. */
export function dailyHash(salt: Buffer, text: string): string {
  return createHmac('sha256', salt).update(text).digest('base64url')
}
