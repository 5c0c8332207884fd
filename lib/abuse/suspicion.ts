import { isSignal, QUARANTINE_SCORE, type Signal, scoreOf } from './signal.ts'

/** How much an inquiry looks like spam, and what makes it look so. Quarantined: kept, but its mail waits for a person. */
export type Suspicion = { score: number; signals: readonly string[]; isQuarantined: boolean }

export const noSuspicion: Suspicion = { score: 0, signals: [], isQuarantined: false }

/** The suspicion with more signals added to it; it never becomes less. */
export function withSignals(before: Suspicion, more: readonly Signal[]): Suspicion {
  const signals = [...new Set([...before.signals, ...more])]
  const score = Math.max(before.score, scoreOf(signals.filter(isSignal)))
  return { score, signals, isQuarantined: before.isQuarantined || score >= QUARANTINE_SCORE }
}

export const suspicionOf = (found: readonly Signal[]) => withSignals(noSuspicion, found)
