import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Db } from '#lib/db/schema.ts'
import { readWatermark, writeWatermark } from '#lib/db/watermark.ts'

const PULSE = 'schedule'

/** Writes down that a task has run, so that any process can see the schedule alive. */
export async function noteRun(db: Db, now: number): Promise<void> {
  await retryWhenBusy(() => writeWatermark(db, PULSE, now), { isRepeatable: true })
}

/** When a task last ran, in whichever process; undefined when none ever did. */
export function lastRunAt(db: Db): Promise<number | undefined> {
  return retryWhenBusy(() => readWatermark(db, PULSE), { isRepeatable: true })
}
