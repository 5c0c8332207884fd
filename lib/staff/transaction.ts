import type { Transaction } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'

export { inTransaction } from '#lib/db/transaction.ts'

export type Work = Transaction<Schema>
