import { sharedDeadline } from '#lib/db/answer-within.ts'
import { PER_MINUTE_MAX } from './count-inquiry.ts'

/** So many inquiries of one network are stored at the same time; the rest stand in its own line, not in everybody's. */
const AT_ONCE_MAX = 3

type Line = { working: number; waiting: (() => void)[] }
const lines = new Map<string, Line>()

/**
 * Does something for a network when it is its turn: however many it sends at once, there is room left for others.
 *
 * `undefined` when it has more in line than it may send in a minute, or so many that the time for an answer is over. An address that cannot be told, '', has no line.
 */
export async function inLineOf<Result>(address: string, act: () => Promise<Result>): Promise<Result | undefined> {
  if (!address) return act()
  const line = lines.get(address) ?? { working: 0, waiting: [] }
  lines.set(address, line)
  if (line.working + line.waiting.length >= PER_MINUTE_MAX) return undefined

  if (line.working < AT_ONCE_MAX) line.working += 1
  // Whoever is done hands on the place.
  else await new Promise<void>((resolve) => line.waiting.push(resolve))
  try {
    return performance.now() < sharedDeadline() ? await act() : undefined
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.working -= 1
    if (line.working === 0) lines.delete(address)
  }
}
