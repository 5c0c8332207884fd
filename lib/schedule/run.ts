import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#lib/db/schema.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { faultName } from '#lib/process/fault-name.ts'
import { keepLease, LEASE_MS, leaveLease, takeLease } from './lease.ts'
import { makeNap } from './nap.ts'
import { noteRun } from './pulse.ts'

const POLL_MS = 5000
const RENEW_MS = LEASE_MS / 5
/** A task that failed is tried again after this, or after its own period if that is shorter. */
const RETRY_MS = 5 * MINUTE_MS
const STOPPING_MS_MAX = 5000

export type Task = {
  /** Names the lease in the database: two tasks never share one. */
  name: string
  everyMs: number
  run: (db: Db, now: number) => Promise<void>
}

export type ScheduleEvent = { task: string; failure: string }

type Scheduling = {
  db: Db
  tasks: Task[]
  report: (event: 'task-failed' | 'schedule-fault', fields: ScheduleEvent) => void
  now?: () => number
  pollMs?: number
}

/**
 * Runs each task once per period, whatever number of processes share the database, until stopped.
 *
 * Waits are counted by a clock nobody can set, so a jump of the wall clock neither stops it nor makes it spin. A task
 * that fails or hangs holds up no other. `stop` waits for what is under way, five seconds at most.
 */
export function startSchedule({ db, tasks, report, now = Date.now, pollMs = POLL_MS }: Scheduling): {
  stop: () => Promise<void>
} {
  const nap = makeNap()

  async function attend(task: Task): Promise<void> {
    while (!nap.isOver()) {
      try {
        await runIfDue(task)
      } catch (error) {
        report('schedule-fault', { task: task.name, failure: faultName(error) })
      }
      await nap.take(Math.min(pollMs, task.everyMs))
    }
  }

  async function runIfDue(task: Task): Promise<void> {
    const { name, everyMs } = task
    const owner = randomUUID()
    if (!(await takeLease(db, { name, owner, everyMs, now: now() }))) return

    const startedAt = now()
    const renewing = setInterval(() => void keepLease(db, name, owner, now()).catch(() => {}), RENEW_MS)
    try {
      await task.run(db, startedAt)
      await noteRun(db, now())
      // From the start, not the end: a task that takes long does not drift.
      await leaveLease(db, name, owner, startedAt + everyMs)
    } catch (error) {
      report('task-failed', { task: name, failure: faultName(error) })
      await leaveLease(db, name, owner, now() + Math.min(everyMs, RETRY_MS))
    } finally {
      clearInterval(renewing)
    }
  }

  const attending = tasks.map(attend)
  return {
    async stop() {
      nap.end()
      // What takes longer, like a backup, starts again from nothing: whatever a task does, it may be killed at it.
      await Promise.race([Promise.all(attending), pause(STOPPING_MS_MAX, undefined, { ref: false })])
    },
  }
}
