import { needOf } from './path.ts'
import type { Setting } from './relying-party.ts'
import { findVisit, sessionTokenIn } from './session.ts'

type Turned = 'to-sign-in' | 'to-passkeys' | 'signed-out'

/**
 * Where a request for the inbox is sent instead, or nothing when it may go on. It stands before every page there is
 * and will be; what a page may then read is decided again where it reads.
 */
export async function turnAway(
  setting: Setting,
  { path, cookie, isForm }: { path: string; cookie: string | undefined; isForm: boolean },
  now: number,
): Promise<Turned | undefined> {
  const need = needOf(path)
  if (need === 'nothing') return undefined
  const visit = await findVisit(setting, sessionTokenIn(cookie, setting.party.isSecure), now)
  // Somebody's words may be in a form: the answer to it keeps them, where a redirect would not.
  if (visit.kind === 'nobody') return isForm ? 'signed-out' : 'to-sign-in'
  return visit.kind === 'unprepared' && need === 'staff-session' ? 'to-passkeys' : undefined
}
