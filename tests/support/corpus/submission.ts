import type { RouteSite } from '#tests/support/route-site.ts'

/** One visit to the form: the answers, then the button on the page that shows them. */
export type Submission = {
  kind: string
  headers: Record<string, string>
  address: string
  fields: Record<string, string>
  /** Between keeping the answers and confirming them. */
  tookMs: number
  /** After the one before. */
  waitMs: number
  isDoubled?: boolean
}

export type Outcome = { isSent: boolean; status: number; location: string; cookie: string }

/** Sends it as a browser would, moving the clock as long as the visitor takes. */
export async function submit(site: RouteSite, submission: Submission, forward: (ms: number) => void): Promise<Outcome> {
  const { headers, address, fields, tookMs, waitMs, isDoubled } = submission
  const from = { ...headers, 'x-forwarded-for': [headers['x-forwarded-for'], address].filter(Boolean).join(', ') }
  forward(waitMs)
  const kept = await site.post('/contact/answers', from, new URLSearchParams(fields).toString())
  const { cookie = '', status, location } = kept
  if (location !== '/contact/check') return { isSent: false, cookie, status, location }

  forward(tookMs)
  const press = () => site.post('/contact/send', { ...from, cookie }, '')
  const [sent = kept] = await Promise.all(isDoubled ? [press(), press(), press()] : [press()])
  return {
    isSent: sent.location === '/contact/sent',
    cookie: sent.cookie ?? '',
    status: sent.status,
    location: sent.location,
  }
}
