import { expect, test } from 'vitest'
import { tasks } from '#lib/server/schedule.ts'
import { makeDatabase } from '#tests/support/database.ts'
import { deliveriesIn, oweDeliveries } from '#tests/support/delivery.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'

isolateProcess({ SITE_ORIGIN: 'https://clinic.example' })

const MONDAY = Date.parse('2026-11-23T16:00-05:00')

test('no two tasks share a lease', () => {
  const names = tasks.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(tasks)('$name runs on a database in which nothing is yet', async ({ run }) => {
  const { db } = await makeDatabase()
  await expect(run(db, MONDAY)).resolves.toBeUndefined()
})

test('one round of everything gives an inquiry its due time and tells the second address of it', async () => {
  const { db } = await makeDatabase()
  await oweDeliveries(db, 1, Date.parse('2026-11-23T10:00-05:00'))
  // Sealed for keys of this test, which are not those of the process.
  await db.updateTable('inquiry').set({ indexed_at: MONDAY }).execute()
  for (const { run } of tasks) await run(db, MONDAY)

  const inquiry = await db.selectFrom('inquiry').select(['due_at', 'escalated_at']).executeTakeFirstOrThrow()
  expect(inquiry).toEqual({ due_at: Date.parse('2026-11-24T10:00-05:00'), escalated_at: MONDAY })
  expect((await deliveriesIn(db)).map(({ kind }) => kind).sort()).toEqual(['backup', 'clinic'])
})
