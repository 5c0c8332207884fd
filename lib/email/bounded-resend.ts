import { Resend } from 'resend'

/** An answer is an id or a sentence. What is larger did not come from Resend, and is not read to its end. */
const ANSWER_BYTES_MAX = 64 * 1024

type Answered = Awaited<ReturnType<Resend['emails']['send']>>

/** Resend's client, except that an answer without end cannot fill the memory: its own reads whatever comes. */
export class BoundedResend extends Resend {
  override async fetchRequest<Data>(path: string, options: RequestInit = {}) {
    const answered = await ask(`${this.baseUrl}${path}`, options)
    return answered as Awaited<ReturnType<typeof Resend.prototype.fetchRequest<Data>>>
  }
}

/** As the client reports it: a refusal that cannot be read keeps its status, everything else unreadable has none. */
async function ask(address: string, options: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(address, options)
    const headers = Object.fromEntries(response.headers.entries())
    const text = await readBounded(response)
    if (response.ok) return { data: JSON.parse(text), error: null, headers }
    return { data: null, error: readRefusal(text, response.status), headers }
  } catch {
    return { data: null, error: unreadable(null), headers: null }
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop ends the transfer.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > ANSWER_BYTES_MAX) throw new RangeError('The answer is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function readRefusal(text: string, status: number) {
  try {
    return JSON.parse(text)
  } catch {
    return unreadable(status)
  }
}

const unreadable = (statusCode: number | null) =>
  ({ name: 'application_error', statusCode, message: 'The answer cannot be read.' }) as const
