import type { StaffSession } from '#lib/staff/session.ts'

/** What not everybody may do, or not without proving anew who they are. */
export type Guarded = 'overview' | 'audit' | 'people' | 'export' | 'purge'

export type Denial = 'manager-only' | 'step-up-needed'

const rules: Record<Guarded, { isForManagers: boolean; needsStepUp: boolean }> = {
  overview: { isForManagers: true, needsStepUp: false },
  audit: { isForManagers: true, needsStepUp: false },
  people: { isForManagers: true, needsStepUp: true },
  export: { isForManagers: true, needsStepUp: true },
  purge: { isForManagers: false, needsStepUp: true },
}

/** Why this person may not do it now, or nothing when they may. */
export function findDenial({ role, isSteppedUp }: StaffSession, wish: Guarded): Denial | undefined {
  const { isForManagers, needsStepUp } = rules[wish]
  if (isForManagers && role !== 'manager') return 'manager-only'
  return needsStepUp && !isSteppedUp ? 'step-up-needed' : undefined
}
