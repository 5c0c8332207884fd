import { setTimeout as wait } from 'node:timers/promises'
import { TRAP_FIELD } from '#content/en/form.ts'
import { browserHeaders } from './browser-headers.ts'

/** What one visitor types into the form. */
export type Typed = Record<string, string>

export const typedByPhone: Typed = {
  about: 'me',
  name: 'Test Visitor',
  channel: 'phone',
  phone: '305-555-0134',
  voicemail: 'no',
  message: 'A test message',
  [TRAP_FIELD]: '',
}

const TRIES_MAX = 200

/**
 * A visitor without a browser: types, checks and sends, and presses the button again with the same draft whenever
 * the connection breaks or the site says the message was not sent. Returns the reference on the sent page.
 */
export async function sendInquiry(origin: string, typed: Typed): Promise<string> {
  const draft = await post(origin, '/contact/answers', new URLSearchParams(typed).toString())
  expectRedirect(draft, '/contact/check')

  const sent = await post(origin, '/contact/send', '', draft.cookie)
  expectRedirect(sent, '/contact/sent')

  const page = await again(() =>
    fetch(`${origin}/contact/sent`, { headers: { cookie: sent.cookie } }).then((r) => r.text()),
  )
  const reference = /KW-[0-9A-Z]{5}/.exec(page)?.[0]
  if (!reference) throw new Error('The sent page names no reference')
  return reference
}

type Posted = { status: number; location: string | null; cookie: string }

async function post(origin: string, path: string, body: string, cookie = ''): Promise<Posted> {
  return again(async () => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { ...browserHeaders, cookie },
    })
    await response.arrayBuffer()
    if (response.status === 503) throw new Error('Not sent; try again')
    const set = response.headers.get('set-cookie')?.split(';', 1)[0]
    return { status: response.status, location: response.headers.get('location'), cookie: set ?? cookie }
  })
}

function expectRedirect({ status, location }: Posted, path: string): void {
  if (status !== 303 || !location?.startsWith(path)) throw new Error(`Expected ${path}, got ${status} ${location}`)
}

async function again<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === TRIES_MAX) throw error
      await wait(100)
    }
  }
}
