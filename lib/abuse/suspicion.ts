import { QUARANTINE_SCORE, type Signal, signals } from './signal.ts'

/** How much an inquiry looks like spam, and what makes it look so. Quarantined: kept, but its mail waits for a person. */
export type Suspicion = { score: number; signals: readonly string[]; isQuarantined: boolean }

export const noSuspicion: Suspicion = { score: 0, signals: [], isQuarantined: false }

/** The suspicion with more signals added to it; each counts once. */
export function withSignals(before: Suspicion, more: readonly Signal[]): Suspicion {
  const added = [...new Set(more)].filter((signal) => !before.signals.includes(signal))
  const score = added.reduce((sum, signal) => sum + signals[signal].weight, before.score)
  return {
    score,
    signals: [...before.signals, ...added],
    isQuarantined: before.isQuarantined || score >= QUARANTINE_SCORE,
  }
}

export const suspicionOf = (found: readonly Signal[]) => withSignals(noSuspicion, found)
