import { openDatabase } from '#lib/db/connection.ts'
import { type RawAnswer, sendRaw } from './raw-request.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { letIn } from './signed-in.ts'
import { pictureOf } from './table-picture.ts'
import { sendInquiry, typedByPhone } from './visitor.ts'

export type Attack = {
  method?: string
  target: string
  headers?: Record<string, string>
  body?: string
  token?: string
}

/** A running inbox that holds one inquiry, somebody of the staff and a manager, and a way to send it anything at all. */
export async function startInbox() {
  const server: RunningServer = await startServer()
  const port = Number(new URL(server.origin).port)
  const person = { name: 'Canary Nameless', phone: '305-555-0142', message: 'Canary: is it safe with my heart?' }
  const reference = await sendInquiry(server.origin, { ...typedByPhone, ...person })
  const staff = await letIn(server, { name: 'Canary Colleague' })
  const manager = await letIn(server, { name: 'Canary Manager', role: 'manager', isSteppedUp: true })

  function send({ method = 'GET', target, headers = {}, body = '', token }: Attack): Promise<RawAnswer> {
    const lines = Object.entries({
      Host: `localhost:${port}`,
      Connection: 'close',
      ...(token && { Cookie: `staff=${token}` }),
      ...(body && { 'Content-Length': String(body.length) }),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`)
    return sendRaw(port, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  }

  /** Everything stored that a request could have changed. */
  async function picture(): Promise<string> {
    const db = openDatabase(server.databasePath)
    try {
      const { rows } = await pictureOf(db)
      const { session = [], schedule: _schedule, lease: _lease, watermark: _watermark, ...kept } = rows
      // Whoever looks is seen: that alone changes nothing.
      return JSON.stringify({ ...kept, session: session.map(({ seen_at: _seenAt, ...row }) => row) })
    } finally {
      await db.destroy()
    }
  }

  /** A manager whose last proof is old. */
  const letInManager = async (name: string) => (await letIn(server, { name, role: 'manager' })).token

  return { server, reference, staff, manager, letInManager, send, picture }
}

/** What an answer must not hold: anything of the person, of who works here, or of how many wait. */
export function leaksIn({ head, body }: RawAnswer, reference: string): string[] {
  const told = `${head}\n${body}`
  return ['Canary', 'canary', '555-0142', '3055550142', 'my heart', 'No voicemail', 'Waiting (', reference].filter(
    (word) => told.includes(word),
  )
}

export const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** The headers of a form that our own page sends. */
export const ownForm = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }
