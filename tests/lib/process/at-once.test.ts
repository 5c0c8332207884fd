import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { forEachAtOnce } from '#lib/process/at-once.ts'

test('every item is worked on once, and never more of them at a time than allowed', async () => {
  const done: number[] = []
  let underWay = 0
  let most = 0
  await forEachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    underWay += 1
    most = Math.max(most, underWay)
    await wait(1)
    underWay -= 1
    done.push(item)
  })
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBe(3)
})

test('a failure is passed on', async () => {
  await expect(forEachAtOnce([1], 2, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
