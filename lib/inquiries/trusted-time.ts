import type { Kysely } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { readWatermark, writeWatermark } from '#lib/db/watermark.ts'
import { HOUR_MS } from '#lib/duration.ts'

/** Longer than the hour between two looks; a longer step means the clock was moved or nobody was there to look. */
export const STEP_MS_MAX = 2 * HOUR_MS
/** How long the clock must have gone steadily before a step is believed. */
export const STEADY_MS = 26 * HOUR_MS

const SEEN = 'purge-seen'
const SINCE = 'purge-steady-since'
const BASE = 'purge-steady-base'

type TrustedTime = { kind: 'clock-behind'; seenAt: number } | { kind: 'trusted'; at: number }
type Look = { now: number; isClockConfirmed?: boolean; isDryRun?: boolean }

/**
 * The time that has certainly come, for deleting what cannot be brought back.
 *
 * A clock behind what it showed before is refused. After a step forward, the time before the step goes on until the
 * clock has been steady for 26 hours; then the step is believed, as after a server stood still for a week.
 */
export async function trustedTime(db: Kysely<Schema>, look: Look): Promise<TrustedTime> {
  const { now, isClockConfirmed = false, isDryRun = false } = look
  const seen = await readWatermark(db, SEEN)
  if (seen !== undefined && now < seen && !isClockConfirmed) return { kind: 'clock-behind', seenAt: seen }

  const steady = isClockConfirmed ? { since: now - STEADY_MS, base: now - STEADY_MS } : await steadySince(db, seen, now)
  if (!isDryRun) {
    await writeWatermark(db, SEEN, now)
    await writeWatermark(db, SINCE, steady.since)
    await writeWatermark(db, BASE, steady.base)
  }
  return { kind: 'trusted', at: timeIn(steady, now) }
}

type Steady = { since: number; base: number }

async function steadySince(db: Kysely<Schema>, seen: number | undefined, now: number): Promise<Steady> {
  const since = await readWatermark(db, SINCE)
  const base = await readWatermark(db, BASE)
  if (seen === undefined || since === undefined || base === undefined) return { since: now, base: 0 }
  const steady = { since, base }
  return now - seen > STEP_MS_MAX ? { since: now, base: timeIn(steady, seen) } : steady
}

const timeIn = ({ since, base }: Steady, at: number) => (at - since >= STEADY_MS ? at : base + (at - since))
