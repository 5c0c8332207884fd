import { expect, test } from 'vitest'
import { ConnectionLostError } from '#lib/db/connection-lost.ts'
import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

function makeClock() {
  let time = 0
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    random: () => 0.5,
    async wait(ms: number) {
      waits.push(ms)
      time += ms
    },
  }
}

test('tries again until the lock is free', async () => {
  let tries = 0
  const act = async () => {
    tries += 1
    if (tries < 4) throw failure('SQLITE_BUSY')
    return 'done'
  }
  expect(await retryWhenBusy(act, makeClock())).toBe('done')
})

test('gives up after two seconds, with the reason', async () => {
  const clock = makeClock()
  const act = () => Promise.reject(failure('SQLITE_BUSY_SNAPSHOT'))

  await expect(retryWhenBusy(act, clock)).rejects.toThrow('SQLITE_BUSY_SNAPSHOT')
  expect(clock.now()).toBeGreaterThanOrEqual(2000)
  expect(clock.now()).toBeLessThan(2100)
})

test('tries again after the database was out of reach, because then nothing was done', async () => {
  let tries = 0
  const act = async () => {
    tries += 1
    if (tries < 3) throw new ConnectionLostError('CONNECTION_LOST', undefined)
    return 'done'
  }
  expect(await retryWhenBusy(act, makeClock())).toBe('done')
})

test('when the answer was lost, does again only what comes to the same', async () => {
  const unknown = () => new ConnectionLostError('OUTCOME_UNKNOWN', undefined)
  const answers = [unknown(), unknown(), 'done']
  const act = async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }

  await expect(retryWhenBusy(act, makeClock())).rejects.toThrow('did not say whether')
  expect(await retryWhenBusy(act, { ...makeClock(), isRepeatable: true })).toBe('done')
})

test.each(['SQLITE_FULL', 'SQLITE_CORRUPT', 'OTHER'])('does not try again after %s', async (code) => {
  const clock = makeClock()
  await expect(retryWhenBusy(() => Promise.reject(failure(code)), clock)).rejects.toThrow(code)
  expect(clock.waits).toEqual([])
})
