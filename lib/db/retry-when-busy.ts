import { setTimeout as pause } from 'node:timers/promises'
import { storageFailureOf } from './failure.ts'

const LIMIT_MS = 2000
const PAUSE_MS_MIN = 2
const PAUSE_MS_MAX = 25

type Retrying = { limitMs?: number; now?: () => number; random?: () => number; wait?: (ms: number) => Promise<unknown> }

/** Does it again while another process holds the lock, for two seconds unless told otherwise; nobody else has to wait. */
export async function retryWhenBusy<Result>(
  act: () => Promise<Result>,
  { limitMs = LIMIT_MS, now = () => performance.now(), random = Math.random, wait = pause }: Retrying = {},
): Promise<Result> {
  const giveUpAt = now() + limitMs

  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (storageFailureOf(error) !== 'busy' || now() >= giveUpAt) throw error
    }
    await wait(PAUSE_MS_MIN + random() * (PAUSE_MS_MAX - PAUSE_MS_MIN))
  }
}
