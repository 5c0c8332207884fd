import { env } from '#lib/env.ts'
import { DRAFT_LIFETIME_SECONDS, type Draft, openDraft, sealDraft } from './draft.ts'

// A browser takes a __Host- cookie only over https, only from this host, only for the whole site.
const cookieName = () => (env().isSecure ? '__Host-draft' : 'draft')

/** The draft this browser holds, read from its Cookie header. */
export function draftFrom(cookieHeader: string | null, now: number): Draft | undefined {
  const prefix = `${cookieName()}=`
  for (const pair of (cookieHeader ?? '').split(';').map((text) => text.trim())) {
    const draft = pair.startsWith(prefix) && openDraft(pair.slice(prefix.length), env().draftKey, now)
    if (draft) return draft
  }
  return undefined
}

/** The Set-Cookie header that makes this browser hold the draft for the next hour. */
export function cookieFor(draft: Draft, now: number): string {
  const secure = env().isSecure ? '; Secure' : ''
  const sealed = sealDraft(draft, env().draftKey, now)
  return `${cookieName()}=${sealed}; Path=/; Max-Age=${DRAFT_LIFETIME_SECONDS}; HttpOnly; SameSite=Strict${secure}`
}
