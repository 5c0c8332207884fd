import { type Kysely, sql } from 'kysely'
import { bytesOf } from '#lib/db/engine.ts'

/** Room for what staff do with an inquiry, for spam held back, and for mails that belong to no inquiry. */
export async function widenInquiryAndDelivery(db: Kysely<unknown>): Promise<void> {
  await widenInquiry(db)
  await rebuildDelivery(db)
}

async function widenInquiry(db: Kysely<unknown>) {
  const times = [
    'amber_at',
    'due_at',
    'quarantined_at',
    'opened_at',
    'escalated_at',
    'answered_at',
    'snoozed_until',
    'closed_at',
    'indexed_at',
  ]
  for (const time of times) await db.schema.alterTable('inquiry').addColumn(time, 'bigint').execute()
  for (const name of ['spam_score', 'version'])
    await db.schema
      .alterTable('inquiry')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  await db.schema
    .alterTable('inquiry')
    .addColumn('spam_signals', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.alterTable('inquiry').addColumn('owner_id', 'text').execute()
  const indexes = {
    waiting: ['closed_at', 'quarantined_at', 'answered_at', 'due_at', 'id'],
    snoozed: ['closed_at', 'quarantined_at', 'snoozed_until', 'id'],
    quarantined: ['closed_at', 'quarantined_at', 'id'],
    closed: ['closed_at', 'id'],
    owner: ['owner_id', 'closed_at', 'quarantined_at', 'answered_at', 'due_at', 'id'],
    // With all that the weekly figures ask for: without it every stored inquiry is read for them, sealed box and all.
    received: ['received_at', 'id', 'answered_at', 'due_at', 'status', 'quarantined_at'],
  }
  for (const [name, columns] of Object.entries(indexes))
    await db.schema.createIndex(`inquiry_${name}`).on('inquiry').columns(columns).execute()
  // Whether there is a surge is asked with every inquiry, also when a hundred thousand were held back as spam.
  await db.schema
    .createIndex('inquiry_recent')
    .on('inquiry')
    .column('received_at')
    .where(sql.ref('quarantined_at'), 'is', null)
    .execute()
  // PostgreSQL does not see that columns which must be null leave the rest of an index in order; this one says so.
  await db.schema
    .createIndex('inquiry_unanswered')
    .on('inquiry')
    .columns(['due_at', 'id'])
    .where(sql<boolean>`closed_at is null and quarantined_at is null and answered_at is null`)
    .execute()
}

// SQLite can neither drop "not null" nor change a check, so the rows move to a table made anew.
async function rebuildDelivery(db: Kysely<unknown>) {
  const bytes = bytesOf(db)
  await db.schema.dropIndex('delivery_due').execute()
  await db.schema.alterTable('delivery').renameTo('delivery_before').execute()
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('inquiry_id', 'text', (column) => column.references('inquiry.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('once_key', 'text', (column) => column.notNull().unique())
    .addColumn('sealed_payload', bytes, (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('held', 'pending', 'sending', 'sent', 'attention')`),
    )
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('first_attempt_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('owner', 'text')
    .addColumn('provider_id', 'text')
    .addColumn('last_failure', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('fate', 'text')
    .addColumn('fate_at', 'bigint')
    .execute()
  const kept = [
    'id',
    'inquiry_id',
    'kind',
    'sealed_payload',
    'state',
    'next_attempt_at',
    'first_attempt_at',
    'attempts',
    'lease_until',
    'owner',
    'provider_id',
    'last_failure',
    'settled_at',
  ]
  const names = sql.join(kept.map((name) => sql.ref(name)))
  await sql`
    insert into delivery (${names}, once_key)
    select ${names}, 'inquiry/' || inquiry_id || '/' || kind from delivery_before
  `.execute(db)
  await db.schema.dropTable('delivery_before').execute()
  await db.schema.createIndex('delivery_due').on('delivery').columns(['state', 'next_attempt_at']).execute()
  await db.schema.createIndex('delivery_fate').on('delivery').column('fate').execute()
  await db.schema.createIndex('delivery_inquiry').on('delivery').column('inquiry_id').execute()
}
