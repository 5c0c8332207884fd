import { hearProvider } from '#lib/inquiries/hear-provider.ts'

const statuses = { heard: 200, 'not-configured': 404, 'not-genuine': 400, 'storage-unavailable': 503 } as const

/** Takes the news of Resend about mails it had taken. Anything but 200 makes Resend send it again later. */
export async function POST(request: Request) {
  // As bytes: reading it as text would drop a mark at its beginning that was signed too.
  const body = Buffer.from(await request.arrayBuffer())
  const header = (name: string) => request.headers.get(`svix-${name}`)
  const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') }
  const heard = await hearProvider({ body, headers, now: Date.now() })

  return new Response(null, { status: statuses[heard] })
}
