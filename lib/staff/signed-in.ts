import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isManager, type ManagerSession, type OwnSession, type StaffSession, visitBy } from './session.ts'

/** The member of staff who asked for this page; anybody else is sent to sign in. A page that loads itself again says so, because it is no sign that somebody is there. */
export async function signedIn({ isByItself = false } = {}): Promise<StaffSession> {
  const visit = await visitNow({ isByItself })
  if (visit.kind === 'staff') return visit.session
  redirect(visit.kind === 'unprepared' ? '/staff/passkeys' : '/staff/sign-in')
}

/** The manager who asked for this page; other staff are sent to the inbox. */
export async function signedInManager(): Promise<ManagerSession> {
  const session = await signedIn()
  if (!isManager(session)) redirect('/staff?said=managers-only')
  return session
}

/** Whoever asked for a page about their own passkeys, which opens before the inbox does. */
export async function signedInForOwn(): Promise<{ session: OwnSession; isPrepared: boolean }> {
  const visit = await visitNow()
  if (visit.kind === 'nobody') redirect('/staff/sign-in')
  return { session: visit.session, isPrepared: visit.kind === 'staff' }
}

async function visitNow({ isByItself = false } = {}) {
  return visitBy((await headers()).get('cookie'), { isByItself })
}
