import { expect, test } from 'vitest'
import { keptFor } from '#lib/process/kept-for.ts'

test('makes it once in its time, and again after', async () => {
  let made = 0
  let now = 0
  const number = keptFor(
    1000,
    async () => {
      made += 1
      return made
    },
    () => now,
  )

  expect(await Promise.all([number(), number()])).toEqual([1, 1])
  now = 999
  expect(await number()).toBe(1)
  now = 1000
  expect(await number()).toBe(2)
})
