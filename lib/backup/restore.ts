import type { Transaction } from 'kysely'
import { recordAudit } from '#lib/audit/record.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Db, Schema } from '#lib/db/schema.ts'
import type { PrivateKey } from '#lib/seal/key-pair.ts'
import { importLines } from './import.ts'
import type { End } from './line.ts'
import { readSealedFile } from './sealed-file.ts'

const RESTORED = 'restored-from-backup'

export type Restored = End & {
  /** E-mails that were on their way when the backup was made. Nobody knows which of them went since. */
  inDoubt: number
}

type Restoring = { db: Db; path: string; privateKeys: readonly PrivateKey[]; now: number }

/** Fills an empty database from a backup. What may have been sent since is not sent again before a person says so. */
export async function restoreBackup({ db, path, privateKeys, now }: Restoring): Promise<Restored> {
  let inDoubt = 0
  const end = await readSealedFile(path, privateKeys, (lines) =>
    importLines({
      db,
      lines,
      async beforeCommit(transaction) {
        inDoubt = await holdDeliveries(transaction, now)
      },
    }),
  )
  await migrateDatabase(db)
  const detail = `${end.rows.inquiry ?? 0} inquiries`
  await db
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, { actor: 'command', action: 'restore', subject: 'database', detail, now }),
    )
  return { ...end, inDoubt }
}

async function holdDeliveries(transaction: Transaction<Schema>, now: number): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('delivery')
    .set({ state: 'attention', last_failure: RESTORED, settled_at: now, owner: null, lease_until: null })
    .where('state', 'in', ['pending', 'sending'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
