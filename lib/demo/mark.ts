import type { Db } from '#lib/db/schema.ts'
import { readWatermark, writeWatermark } from '#lib/db/watermark.ts'

const BEGUN = 'demo'
const FILLED = 'demo-filled'

/** Whether everything in this database is invented: it was made by the demo, before anything else came in. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await readWatermark(db, BEGUN)) !== undefined
}

export async function isDemoFilled(db: Db): Promise<boolean> {
  return (await readWatermark(db, FILLED)) !== undefined
}

export const markDemoBegun = (db: Db, now: number) => writeWatermark(db, BEGUN, now)

export const markDemoFilled = (db: Db, now: number) => writeWatermark(db, FILLED, now)
