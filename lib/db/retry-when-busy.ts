import { setTimeout as pause } from 'node:timers/promises'
import { sharedDeadline } from './answer-within.ts'
import { lossCodeOf } from './connection-lost.ts'
import { storageFailureOf } from './failure.ts'

const LIMIT_MS = 2000
const PAUSE_MS_MIN = 2
const PAUSE_MS_MAX = 25

type Retrying = {
  /** Doing it twice comes to the same as once, so it may be done again when the answer to it was lost. */
  isRepeatable?: boolean
  limitMs?: number
  now?: () => number
  random?: () => number
  wait?: (ms: number) => Promise<unknown>
}

/**
 * Does it again while another holds the lock or the database was out of reach, for two seconds unless told otherwise.
 *
 * Nobody else has to wait. Only what surely was not done is done again, unless it is said to be repeatable.
 */
export async function retryWhenBusy<Result>(
  act: () => Promise<Result>,
  {
    isRepeatable = false,
    limitMs = LIMIT_MS,
    now = () => performance.now(),
    random = Math.random,
    wait = pause,
  }: Retrying = {},
): Promise<Result> {
  const giveUpAt = Math.min(now() + limitMs, sharedDeadline())

  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (!mayRepeat(error, isRepeatable) || now() >= giveUpAt) throw error
    }
    await wait(PAUSE_MS_MIN + random() * (PAUSE_MS_MAX - PAUSE_MS_MIN))
  }
}

function mayRepeat(error: unknown, isRepeatable: boolean): boolean {
  const loss = lossCodeOf(error)
  if (loss) return loss === 'CONNECTION_LOST' || isRepeatable
  return storageFailureOf(error) === 'busy'
}
