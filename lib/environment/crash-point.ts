import { EnvironmentError } from './failure.ts'
import type { Variables } from './variable.ts'

/** A server that anybody but a test can reach, or that could send a real mail, never gets a crash point. */
export function readCrashPoint(
  given: Omit<Variables, 'PORT' | 'HOST'>,
  { host, siteOrigin }: { host: string; siteOrigin: string },
) {
  if (!given.CRASH_POINT) return undefined
  const isTest = given.CRASH_POINT_ALLOWED === 'this-server-is-a-test'
  const canMail = given.RESEND_API_KEY !== undefined && !isHere(given.RESEND_BASE_URL)
  const isShared = given.DATABASE_URL !== undefined && !isHere(given.DATABASE_URL)
  if (!isTest || canMail || isShared || !isHere(`http://${host}`) || !isHere(siteOrigin))
    throw new EnvironmentError('CRASH_POINT must be unset: it is for the fault tests and ends the server.')
  return given.CRASH_POINT
}

function isHere(address = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(URL.parse(address)?.hostname ?? '')
}
