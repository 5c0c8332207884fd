import type { IncomingMessage } from 'node:http'
import { isStaffPath } from '#lib/staff/path.ts'
import { pathOf } from './query.ts'

export const FORM_BODY_BYTES_MAX = 32 * 1024
export const WEBHOOK_BODY_BYTES_MAX = 256 * 1024
const PATH_LENGTH_MAX = 2048

/** An answer given before Next sees the request: what is wrong and what to do, in words. */
export type Refusal = { status: number; words: string; headers?: Record<string, string> }

/**
 * `formPages`: where a form is sent, and the page a visitor belongs on who only opens that address.
 * `webhooks`: where another service sends its news; no browser does, and a signature stands behind each.
 */
export type Rules = { hosts: string[]; formPages: Record<string, string>; webhooks: readonly string[] }

type Check = (request: IncomingMessage, rules: Rules) => Refusal | undefined

const MALFORMED: Refusal = {
  status: 400,
  words: 'This address is not written correctly. Start again at the home page.',
}
const FOREIGN: Refusal = {
  status: 403,
  words:
    'This form was sent from another website, so we did not take it. Open our contact page and send it from there.',
}
const FOREIGN_TO_STAFF: Refusal = {
  status: 403,
  words: 'This form did not come from our own page, so nothing was done. Open the inbox in an up-to-date browser.',
}
export const WEBHOOK_TOO_LARGE: Refusal = {
  status: 413,
  words: 'This is larger than any news we take.',
  headers: { Connection: 'close' },
}
export const TOO_LARGE: Refusal = {
  status: 413,
  words: 'Your message is too long, so it was not sent. Go back, make it shorter and send it again.',
  headers: { Connection: 'close' },
}

const encodedSeparator = /%(?:2f|5c|00)/i

/** In this order; the first that objects answers. */
const checks: Check[] = [
  function refuseUpgrade({ headers }) {
    if (headers.upgrade) return { status: 400, words: 'This server speaks plain HTTP only.' }
  },

  function refuseForeignHost({ headers }, { hosts }) {
    if (!hosts.includes(headers.host ?? '')) {
      return { status: 421, words: 'This server does not answer for that address.' }
    }
  },

  function refuseMalformedTarget({ url = '' }) {
    if (url.length > PATH_LENGTH_MAX)
      return { status: 414, words: 'This address is too long. Start again at the home page.' }
    // An absolute-form target ("GET http://other/ …") would let the request name its own host.
    if (!url.startsWith('/') || url.startsWith('//')) return MALFORMED
    const path = pathOf({ url })
    if (path.includes('//') || path.includes('\\') || encodedSeparator.test(path)) return MALFORMED
    try {
      decodeURIComponent(path)
    } catch {
      return MALFORMED
    }
  },

  function refuseMethod({ method, url = '' }, { formPages, webhooks }) {
    const page = formPages[url]
    const allowed = page === undefined && !webhooks.includes(url) ? ['GET', 'HEAD'] : ['POST']
    if (allowed.includes(method ?? '')) return
    // A browser that restores its windows opens the address of a form it once sent.
    if (page !== undefined && method === 'GET') return { status: 303, words: '', headers: { Location: page } }
    return {
      status: 405,
      words: 'This page can only be read. Start again at the home page.',
      headers: { Allow: allowed.join(', ') },
    }
  },

  /**
   * Sec-Fetch-Site decides where it is sent. Browsers before 2023 do not send it, and under our referrer policy
   * they send `Origin: null` with our own form, so null has to pass; the sealed SameSite cookie stands behind it.
   */
  function refuseForeignForm({ method, headers, url = '' }, { hosts, webhooks }) {
    if (method !== 'POST' || webhooks.includes(url)) return
    const site = headers['sec-fetch-site']
    // Every browser that can use a passkey says where a form comes from; in the inbox nothing else is good enough.
    if (isStaffPath(url)) return site === 'same-origin' ? undefined : FOREIGN_TO_STAFF
    if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : FOREIGN
    const { origin } = headers
    if (origin === undefined || origin === 'null') return
    if (!URL.canParse(origin) || !hosts.includes(new URL(origin).host)) return FOREIGN
  },

  function refuseBody({ method, headers, url = '' }, { webhooks }) {
    if (method !== 'POST') {
      const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
      return hasBody
        ? { status: 400, words: 'A page is read without sending anything.', headers: { Connection: 'close' } }
        : undefined
    }
    const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
    if (webhooks.includes(url)) return refuseNews(type, Number(headers['content-length'] ?? 0))
    if (type !== 'application/x-www-form-urlencoded') {
      return {
        status: 415,
        words: 'Only our own form can be sent here. Open the contact page.',
        headers: { Connection: 'close' },
      }
    }
    if (Number(headers['content-length'] ?? 0) > FORM_BODY_BYTES_MAX) return TOO_LARGE
  },
]

function refuseNews(type: string | undefined, bytes: number): Refusal | undefined {
  if (type !== 'application/json')
    return { status: 415, words: 'News is taken as JSON only.', headers: { Connection: 'close' } }
  return bytes > WEBHOOK_BODY_BYTES_MAX ? WEBHOOK_TOO_LARGE : undefined
}

/** Why this request must not reach the site, or nothing when it may. */
export function findRefusal(request: IncomingMessage, rules: Rules): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(request, rules)
    if (refusal) return refusal
  }
  return undefined
}
