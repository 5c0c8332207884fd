import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 50

/** Tries again until it is done or the time is over, and says which. */
export async function untilDone(act: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + limitMs
  for (;;) {
    if (await act()) return true
    if (performance.now() >= giveUpAt) return false
    await pause(PAUSE_MS)
  }
}
