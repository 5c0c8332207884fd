import { expect, test } from 'vitest'
import { PER_MINUTE_MAX } from '#lib/abuse/count-inquiry.ts'
import { inLineOf } from '#lib/abuse/one-network.ts'
import { answerWithin } from '#lib/db/answer-within.ts'

/** Work that goes on until it is told to end. */
function makeWork() {
  const ends: (() => void)[] = []
  return {
    begun: () => ends.length,
    endOne: () => ends.pop()?.(),
    work: () => new Promise<string>((resolve) => ends.push(() => resolve('done'))),
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a network has a few of its inquiries stored at once, and the next when one is done', async () => {
  const one = makeWork()
  const asked = Array.from({ length: 10 }, () => inLineOf('203.0.113.1', one.work))
  expect(one.begun()).toBe(3)
  for (let left = 10; left > 0; left -= 1) {
    one.endOne()
    await settled()
  }
  expect(await Promise.all(asked)).toEqual(Array(10).fill('done'))
})

test('another network does not stand in that line, and whoever cannot be told from others stands in none', async () => {
  const one = makeWork()
  const other = makeWork()
  for (let number = 0; number < 10; number += 1) void inLineOf('203.0.113.2', one.work)
  void inLineOf('203.0.113.3', other.work)
  for (let number = 0; number < 100; number += 1) void inLineOf('', other.work)
  expect([one.begun(), other.begun()]).toEqual([3, 101])
})

test('more at once than a network may send in a minute are turned away; then it may send again', async () => {
  const one = makeWork()
  const asked = Array.from({ length: PER_MINUTE_MAX }, () => inLineOf('203.0.113.4', one.work))
  expect(await inLineOf('203.0.113.4', one.work)).toBeUndefined()
  for (let left = 0; left < PER_MINUTE_MAX; left += 1) {
    one.endOne()
    await settled()
  }
  await Promise.all(asked)
  const again = inLineOf('203.0.113.4', one.work)
  one.endOne()
  expect(await again).toBe('done')
})

test('what fails gives its place to the next', async () => {
  const failing = () => inLineOf('203.0.113.5', async () => Promise.reject(new Error('no')))
  for (let number = 0; number < 5; number += 1) await expect(failing()).rejects.toThrow('no')
  expect(await inLineOf('203.0.113.5', async () => 'done')).toBe('done')
})

test('whoever stood in line until the time for an answer was over is turned away, and nothing is done any more', async () => {
  const one = makeWork()
  for (let number = 0; number < 3; number += 1) void inLineOf('203.0.113.6', one.work)
  const late = answerWithin(1, () => inLineOf('203.0.113.6', one.work))
  await new Promise((resolve) => setTimeout(resolve, 5))
  one.endOne()
  expect(await late).toBeUndefined()
  expect(one.begun()).toBe(2)
})
