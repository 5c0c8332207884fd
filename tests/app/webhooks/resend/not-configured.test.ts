import { expect, test } from 'vitest'
import { POST } from '#app/webhooks/resend/route.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { makeWebhookSecret, newsOf, signedHeaders } from '#tests/support/webhook.ts'

isolateProcess()

test('without a secret there is no such address', async () => {
  const body = newsOf('email.sent', {})
  const { id, timestamp, signature } = signedHeaders(body, { secret: makeWebhookSecret() })
  const headers = { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }
  const answer = await POST(new Request('http://localhost/webhooks/resend', { method: 'POST', headers, body }))
  expect(answer.status).toBe(404)
})
