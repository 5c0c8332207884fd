import type { Kysely } from 'kysely'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { migrations } from '#lib/db/migrations.ts'
import type { Db } from '#lib/db/schema.ts'

const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
const AT = Date.parse('2026-11-21T12:00:00Z')

type Untyped = Kysely<Record<string, Record<string, unknown>>>

const inquiry = (number: number) => ({
  id: `inquiry-${number}`,
  reference: `KW-2222${number}`,
  received_at: AT + number,
  locale: 'en',
  sealed: bytes,
  key_id: 'key',
  status: 'new',
})
const delivery = (number: number, state: string) => ({
  id: `delivery-${number}`,
  inquiry_id: `inquiry-${number}`,
  kind: 'clinic',
  sealed_payload: bytes,
  state,
  next_attempt_at: AT + number,
  first_attempt_at: number % 2 ? AT : null,
  attempts: number,
  lease_until: null,
  owner: null,
  provider_id: state === 'sent' ? 'p' : null,
  last_failure: null,
  settled_at: state === 'sent' ? AT : null,
})
const states = ['pending', 'sending', 'sent', 'attention']

/** What each version of the tables first made room for, filled in as it could have been then. */
const filledAt: Record<number, (db: Untyped) => Promise<unknown>> = {
  async 1(db) {
    for (const [number, state] of states.entries()) {
      await db.insertInto('inquiry').values(inquiry(number)).execute()
      await db.insertInto('delivery').values(delivery(number, state)).execute()
    }
  },
  async 2(db) {
    const kept = { inquiry_id: null, kind: 'digest', once_key: 'digest/2026-11-21' }
    await db
      .insertInto('delivery')
      .values({ ...delivery(9, 'held'), ...kept, fate: 'delivered', fate_at: AT })
      .execute()
  },
  async 3(db) {
    await db.insertInto('blind_index').values({ inquiry_id: 'inquiry-0', kind: 'phone', hash: 'h' }).execute()
    await db.insertInto('daily_salt').values({ day: '2026-11-21', salt: bytes }).execute()
    const link = { actor: 'command', action: 'export', subject: 'all', detail: '', prev_hash: '', hash: 'h' }
    await db
      .insertInto('audit')
      .values({ seq: 1, at: AT, ...link })
      .execute()
  },
  async 4(db) {
    const person = { id: 's', name: 'Somebody', role: 'manager', created_at: AT, disabled_at: null, mac: '' }
    await db.insertInto('staff').values(person).execute()
  },
  async 5(db) {
    const again = { once_key: 'inquiry/inquiry-3/clinic/again', fate: null, fate_at: null }
    await db.updateTable('delivery').set({ replaced_at: AT }).where('id', '=', 'delivery-3').execute()
    await db
      .insertInto('delivery')
      .values({ ...delivery(8, 'pending'), inquiry_id: 'inquiry-3', ...again, replaced_at: null })
      .execute()
  },
}

/** Brings a database to how an earlier version of the product left it, with rows in what it had. */
export async function fillAsOf(db: Db, version: number): Promise<void> {
  for (let number = 1; number <= version; number += 1) {
    await migrateDatabase(db, { list: migrations.slice(0, number) })
    await fillVersion(db, number)
  }
}

export async function fillVersion(db: Db, version: number): Promise<void> {
  await filledAt[version]?.(db as unknown as Untyped)
}
