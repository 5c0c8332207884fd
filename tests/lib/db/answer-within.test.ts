import { expect, test } from 'vitest'
import { answerWithin } from '#lib/db/answer-within.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import { timed } from '#tests/support/timed.ts'

const busy = () => Promise.reject(Object.assign(new Error('SQLITE_BUSY'), { code: 'SQLITE_BUSY' }))

test('several steps that are tried again share one limit', timed, async () => {
  const startedAt = performance.now()
  await answerWithin(150, async () => {
    for (let step = 0; step < 3; step += 1) await expect(retryWhenBusy(busy)).rejects.toThrow('SQLITE_BUSY')
  })
  expect(performance.now() - startedAt).toBeLessThan(600)
})

test('a limit within a limit cannot make it longer', timed, async () => {
  const startedAt = performance.now()
  await answerWithin(100, () => answerWithin(60_000, () => expect(retryWhenBusy(busy)).rejects.toThrow('SQLITE_BUSY')))
  expect(performance.now() - startedAt).toBeLessThan(1000)
})
