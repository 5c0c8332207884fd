import { setTimeout as wait } from 'node:timers/promises'

/** What one visitor types into the form. */
export type Typed = Record<string, string>

export const typedByPhone: Typed = {
  about: 'me',
  name: 'Test Visitor',
  channel: 'phone',
  phone: '305-555-0134',
  voicemail: 'no',
  message: 'A test message',
}

const TRIES_MAX = 400

/**
 * A visitor without a browser: types, checks and sends, and presses the button again with the same draft whenever
 * the connection breaks or the site says the message was not sent. Returns the reference on the sent page.
 */
export async function sendInquiry(origin: string, typed: Typed): Promise<string> {
  const draft = await again(() => typeAnswers(origin, typed))
  const sent = await again(() => pressSend(origin, draft))
  return again(() => readReference(origin, sent))
}

/** Fills in the form; returns the cookie that holds the draft. */
export const typeAnswers = (origin: string, typed: Typed) =>
  post(origin, '/contact/answers', new URLSearchParams(typed).toString(), '', '/contact/check')

/** Presses "Send" once; throws unless the site says it was sent. */
export const pressSend = (origin: string, cookie: string) => post(origin, '/contact/send', '', cookie, '/contact/sent')

export async function readReference(origin: string, cookie: string): Promise<string> {
  const response = await fetch(`${origin}/contact/sent`, { headers: { cookie } })
  const reference = /KW-[0-9A-Z]{5}/.exec(await response.text())?.[0]
  if (!reference) throw new Error('The sent page names no reference')
  return reference
}

/** A visitor that nobody could take for a machine; each has an address of its own, behind one proxy. */
export function headersOf(cookie = '', address = '203.0.113.7') {
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'accept-language': 'en-US,en;q=0.9',
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': address,
    cookie,
  }
}

async function post(origin: string, path: string, body: string, cookie: string, next: string): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: headersOf(cookie),
  })
  await response.arrayBuffer()
  const location = response.headers.get('location')
  if (response.status === 503) throw new Error('Not sent; try again')
  if (response.status !== 303 || !location?.startsWith(next))
    throw new UnexpectedAnswer(`Expected ${next}, got ${response.status} ${location}`)
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie
}

class UnexpectedAnswer extends Error {}

async function again<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === TRIES_MAX || error instanceof UnexpectedAnswer) throw error
      await wait(100)
    }
  }
}
