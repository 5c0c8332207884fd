import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { workingMsBetween } from '#lib/hours/working-time.ts'
import type { InboxRow } from './row.ts'

/** Where an inquiry stands against the time it may take to a first answer. */
export type Clock = {
  stage: 'fresh' | 'half' | 'late' | 'answered' | 'closed'
  /** Working time from its arrival to its first answer, or until now. */
  waitedMs: number
  /** Working time since it was due; 0 when it was answered or is not due yet. */
  lateMs: number
}

type Timed = Pick<InboxRow, 'receivedAt' | 'amberAt' | 'dueAt' | 'answeredAt' | 'closedAt'>

export function clockOf(row: Timed, now: number, hours: ClinicHours): Clock {
  const { receivedAt, dueAt, answeredAt, closedAt } = row
  const until = answeredAt ?? closedAt ?? now
  const stage = stageOf(row, now)
  return {
    stage,
    waitedMs: workingMsBetween(receivedAt, until, hours),
    lateMs: stage === 'late' && dueAt !== null ? workingMsBetween(dueAt, now, hours) : 0,
  }
}

function stageOf({ amberAt, dueAt, answeredAt, closedAt }: Timed, now: number): Clock['stage'] {
  if (answeredAt !== null) return 'answered'
  if (closedAt !== null) return 'closed'
  if (dueAt !== null && now >= dueAt) return 'late'
  return amberAt !== null && now >= amberAt ? 'half' : 'fresh'
}
