import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './ask.ts'

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
  const { body } = await ask(origin, { path: '/contact/sent', cookie })
  const reference = /KW-[0-9A-Z]{5}/.exec(body)?.[0]
  if (!reference) throw new Error('The sent page names no reference')
  return reference
}

async function post(origin: string, path: string, body: string, cookie: string, next: string): Promise<string> {
  const { status, headers } = await ask(origin, { method: 'POST', path, body, cookie })
  if (status === 503) throw new Error('Not sent; try again')
  if (status !== 303 || !headers.location?.startsWith(next))
    throw new UnexpectedAnswer(`Expected ${next}, got ${status} ${headers.location}`)
  return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? cookie
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
