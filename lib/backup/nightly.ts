import { recordAudit } from '#lib/audit/record.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { inTransaction } from '#lib/db/transaction.ts'
import { readWatermark, writeWatermark } from '#lib/db/watermark.ts'
import { HOUR_MS } from '#lib/duration.ts'
import type { MadeBackup } from './make.ts'

const BACKUP_WATERMARK = 'backup'
const EVERY_MS = 23 * HOUR_MS

/** Makes a backup unless the last one is younger than a day; the schedule may ask as often as it likes. */
export async function nightlyBackup(
  db: Db,
  now: number,
  make: () => Promise<MadeBackup>,
): Promise<MadeBackup | undefined> {
  const last = await lastBackupAt(db)
  // One made in the future was made by a clock that has been put right since.
  if (last !== undefined && last <= now && now - last < EVERY_MS) return undefined
  const made = await make()
  await noteBackup(db, { name: made.name, now, actor: 'schedule' })
  return made
}

export async function noteBackup(
  db: Db,
  { name, now, actor }: { name: string; now: number; actor: 'schedule' | 'command' },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await recordAudit(transaction, { actor, action: 'backup', subject: `backup/${name}`, now })
    await writeWatermark(transaction, BACKUP_WATERMARK, now)
  })
}

/** When the last proven backup was made; undefined when none ever was. */
export function lastBackupAt(db: Db): Promise<number | undefined> {
  return retryWhenBusy(() => readWatermark(db, BACKUP_WATERMARK), { isRepeatable: true })
}
