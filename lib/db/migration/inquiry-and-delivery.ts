import { type Kysely, sql } from 'kysely'
import { bytesOf } from '#lib/db/engine.ts'

export async function createInquiryAndDelivery(db: Kysely<unknown>): Promise<void> {
  const bytes = bytesOf(db)
  await db.schema
    .createTable('inquiry')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('inquiry_id', 'text', (column) => column.notNull().references('inquiry.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sealed_payload', bytes, (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('pending', 'sending', 'sent', 'attention')`),
    )
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('first_attempt_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('owner', 'text')
    .addColumn('provider_id', 'text')
    .addColumn('last_failure', 'text')
    .addColumn('settled_at', 'bigint')
    .addUniqueConstraint('delivery_once_per_kind', ['inquiry_id', 'kind'])
    .execute()

  await db.schema.createIndex('delivery_due').on('delivery').columns(['state', 'next_attempt_at']).execute()

  await db.schema
    .createTable('probe')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .execute()
}
