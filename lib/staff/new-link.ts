import { cookieIn, cookieText } from './cookie.ts'

const COOKIE = 'new-link'
const LIFETIME_SECONDS = 120

/** Carries a link that was just made to the page that shows it, so that it stands in no address. */
export function newLinkCookie(token: string, isSecure: boolean): string {
  return cookieText({ name: COOKIE, value: token, lifetimeSeconds: LIFETIME_SECONDS, isSecure })
}

export function newLinkTokenIn(cookieHeader: string | null, isSecure: boolean): string | undefined {
  return cookieIn(cookieHeader, COOKIE, isSecure)
}
