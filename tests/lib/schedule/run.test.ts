import { describe, expect, onTestFinished, test } from 'vitest'
import type { Db } from '#lib/db/schema.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/duration.ts'
import { lastRunAt } from '#lib/schedule/pulse.ts'
import { type ScheduleEvent, startSchedule, type Task } from '#lib/schedule/run.ts'
import { eachEngine, openForTest } from '#tests/support/database.ts'
import { eventually, makeClock } from '#tests/support/delivery.ts'

type Event = ScheduleEvent & { event: string }

const POLL_MS = 2
/** Long enough for every scheduler to look several times. */
const looks = () => new Promise((resolve) => setTimeout(resolve, 30))

function start(db: Db, now: () => number, tasks: Task[]) {
  const events: Event[] = []
  const schedule = startSchedule({
    db,
    tasks,
    now,
    pollMs: POLL_MS,
    report: (event, fields) => void events.push({ event, ...fields }),
  })
  onTestFinished(() => schedule.stop())
  return { events, ...schedule }
}

function countingTask(everyMs = MINUTE_MS, name = 'count') {
  const ranAt: number[] = []
  const task: Task = { name, everyMs, run: async (_, now) => void ranAt.push(now) }
  return { ranAt, task }
}

const jumps = [HOUR_MS, -HOUR_MS, 25 * HOUR_MS, -25 * HOUR_MS]

describe.each(eachEngine)('on $engine', ({ makeDatabase }) => {
  test('runs a task at once, and then once per period', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const { ranAt, task } = countingTask()
    start(db, clock.now, [task])

    await eventually(() => expect(ranAt).toHaveLength(1))
    await looks()
    expect(ranAt).toHaveLength(1)
    for (let period = 2; period <= 5; period += 1) {
      clock.forward(MINUTE_MS)
      await eventually(() => expect(ranAt).toHaveLength(period))
    }
  })

  test('two schedulers on one database run each task once per period between them', async () => {
    const { db, place } = await makeDatabase()
    const other = openForTest(place)
    const clock = makeClock()
    const [minutely, hourly] = [countingTask(), countingTask(HOUR_MS, 'hourly')]
    for (const connection of [db, other]) start(connection, clock.now, [minutely.task, hourly.task])

    for (let period = 1; period <= 120; period += 1) {
      await eventually(() => expect(minutely.ranAt).toHaveLength(period))
      clock.forward(MINUTE_MS)
    }
    clock.forward(HOUR_MS)
    await eventually(() => expect(hourly.ranAt.length).toBeGreaterThanOrEqual(3))
    const gaps = hourly.ranAt.slice(1).map((at, run) => at - (hourly.ranAt[run] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(HOUR_MS)
    expect(new Set(minutely.ranAt).size).toBe(minutely.ranAt.length)
  }, 20_000)

  test('a task that fails is named, tried again soon, and stops no other', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const { ranAt, task } = countingTask()
    let attempts = 0
    const failing: Task = {
      name: 'failing',
      everyMs: 24 * HOUR_MS,
      run: async () => {
        attempts += 1
        throw new TypeError('Canary')
      },
    }
    const { events } = start(db, clock.now, [failing, task])

    await eventually(() => expect(events).toEqual([{ event: 'task-failed', task: 'failing', failure: 'TypeError' }]))
    await eventually(() => expect(ranAt).toHaveLength(1))
    clock.forward(5 * MINUTE_MS)
    await eventually(() => expect(attempts).toBe(2))
    await eventually(() => expect(ranAt).toHaveLength(2))
  })

  test('a task that hangs stops no other', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const { ranAt, task } = countingTask()
    let letGo = () => {}
    start(db, clock.now, [
      { name: 'hanging', everyMs: MINUTE_MS, run: () => new Promise((resolve) => (letGo = resolve)) },
      task,
    ])

    await eventually(() => expect(ranAt).toHaveLength(1))
    clock.forward(MINUTE_MS)
    await eventually(() => expect(ranAt).toHaveLength(2))
    letGo()
  })

  test('what a dead process was running is run by another once its lease has ended', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    await db
      .insertInto('lease')
      .values({ name: 'count', owner: 'dead', until: clock.now() + 5 * MINUTE_MS })
      .execute()
    const { ranAt, task } = countingTask()
    start(db, clock.now, [task])

    await looks()
    expect(ranAt).toEqual([])
    clock.forward(5 * MINUTE_MS)
    await eventually(() => expect(ranAt).toHaveLength(1))
  })

  test.each(jumps)('a clock that jumps by %i ms leaves a daily task neither early twice nor stuck', async (jump) => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const { ranAt, task } = countingTask(24 * HOUR_MS)
    start(db, clock.now, [task])
    await eventually(() => expect(ranAt).toHaveLength(1))

    clock.forward(jump)
    await looks()
    // A clock set forward past the period makes it due; any other jump must not.
    expect(ranAt).toHaveLength(jump >= 24 * HOUR_MS ? 2 : 1)
    const runs = ranAt.length
    clock.forward(24 * HOUR_MS)
    await eventually(() => expect(ranAt).toHaveLength(runs + 1))
  })

  test.each(jumps)('a clock that jumps by %i ms makes nothing spin', async (jump) => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const { ranAt, task } = countingTask()
    start(db, clock.now, [task])
    await eventually(() => expect(ranAt).toHaveLength(1))

    clock.forward(jump)
    await looks()
    expect(ranAt.length).toBeLessThanOrEqual(2)
    clock.forward(MINUTE_MS)
    const before = ranAt.length
    await eventually(() => expect(ranAt.length).toBe(before + 1))
  })

  test('outlives a database that cannot be used, without spinning', async () => {
    const { db } = await makeDatabase()
    const { ranAt, task } = countingTask()
    await db.schema.alterTable('lease').renameTo('hidden').execute()
    const { events } = start(db, makeClock().now, [task])

    await eventually(() => expect(events[0]).toMatchObject({ event: 'schedule-fault', task: 'count' }))
    await db.schema.alterTable('hidden').renameTo('lease').execute()
    await eventually(() => expect(ranAt).toHaveLength(1))
  })

  test('stopping waits for the task under way, and lets it be due again', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    let isFinished = false
    const { stop } = start(db, clock.now, [
      {
        name: 'slow',
        everyMs: MINUTE_MS,
        run: async () => {
          begun.resolve()
          await finish.promise
          isFinished = true
        },
      },
    ])

    await begun.promise
    const stopped = stop()
    finish.resolve()
    await stopped
    expect(isFinished).toBe(true)
    expect(await db.selectFrom('lease').selectAll().execute()).toEqual([
      { name: 'slow', owner: '', until: clock.now() + MINUTE_MS },
    ])
  })

  test('anyone who shares the database can see when a task last ran', async () => {
    const { db } = await makeDatabase()
    const clock = makeClock()
    expect(await lastRunAt(db)).toBeUndefined()
    start(db, clock.now, [countingTask().task])
    await eventually(async () => expect(await lastRunAt(db)).toBe(clock.now()))
  })
})
