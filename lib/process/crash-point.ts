/** Places where dying would hurt most. A test has the process killed at each, and looks for what was lost or doubled. */
export const crashPoints = [
  'accept.before-reading',
  'accept.before-transaction',
  'accept.between-inserts',
  'accept.before-commit',
  'accept.after-commit',
  'accept.before-answer',
  'deliver.after-claim',
  'deliver.before-send',
  'deliver.after-send',
  'deliver.after-settle',
] as const

export type CrashPoint = (typeof crashPoints)[number]

// Next bundles its own copy of this module; the name has to reach both.
const ARMED = Symbol.for('clinic.crash-point')
const shared = globalThis as unknown as Record<symbol, CrashPoint | undefined>

/** From now on this process kills itself where it passes this point. Only start-up calls it, only on a test's word. */
export function armCrashPoint(name: CrashPoint): void {
  shared[ARMED] = name
}

/** Does nothing, unless this very point was armed: then the process is gone, as if the power had failed. */
export function crashPoint(name: CrashPoint): void {
  if (shared[ARMED] === name) process.kill(process.pid, 'SIGKILL')
}
