import type { Kysely } from 'kysely'
import { bytesOf } from '#lib/db/engine.ts'

/** What the funnel keeps about itself: pauses, rates, provider events, abuse counts, the blind index, the audit. */
export async function createWatch(db: Kysely<unknown>): Promise<void> {
  await createDelivering(db)
  await createAbuse(db)
  await createUpkeep(db)
}

async function createDelivering(db: Kysely<unknown>) {
  await db.schema
    .createTable('pause')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('allowance')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('millitokens', 'bigint', (column) => column.notNull())
    .addColumn('refilled_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('webhook_event')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('delivery_id', 'text')
    .execute()
}

async function createAbuse(db: Kysely<unknown>) {
  await db.schema
    .createTable('daily_salt')
    .addColumn('day', 'text', (column) => column.primaryKey().notNull())
    .addColumn('salt', bytesOf(db), (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('visit_count')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('window_start', 'bigint', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('visit_count_key', ['key', 'window_start'])
    .execute()
  await db.schema
    .createTable('seen_message')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_message_key', ['hash', 'sender'])
    .execute()
}

async function createUpkeep(db: Kysely<unknown>) {
  await db.schema
    .createTable('blind_index')
    .addColumn('inquiry_id', 'text', (column) => column.notNull().references('inquiry.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('blind_index_key', ['inquiry_id', 'kind'])
    .execute()
  await db.schema.createIndex('blind_index_hash').on('blind_index').column('hash').execute()
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('prev_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('tally')
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['week', 'name'])
    .execute()
  await db.schema
    .createTable('watermark')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
}
