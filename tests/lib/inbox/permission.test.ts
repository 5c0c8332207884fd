import { expect, test } from 'vitest'
import { findDenial, type Guarded } from '#lib/inbox/permission.ts'
import type { StaffSession } from '#lib/staff/session.ts'

const as = (role: 'staff' | 'manager', isSteppedUp: boolean) => ({ role, isSteppedUp }) as StaffSession

test.each<[Guarded, [unknown, unknown, unknown, unknown]]>([
  // staff, staff with a fresh proof, manager, manager with a fresh proof
  ['overview', ['manager-only', 'manager-only', undefined, undefined]],
  ['audit', ['manager-only', 'manager-only', undefined, undefined]],
  ['people', ['manager-only', 'manager-only', 'step-up-needed', undefined]],
  ['export', ['manager-only', 'manager-only', 'step-up-needed', undefined]],
  ['purge', ['step-up-needed', undefined, 'step-up-needed', undefined]],
])('%s opens for whom it should', (wish, expected) => {
  const sessions = [as('staff', false), as('staff', true), as('manager', false), as('manager', true)]
  expect(sessions.map((session) => findDenial(session, wish))).toEqual(expected)
})
