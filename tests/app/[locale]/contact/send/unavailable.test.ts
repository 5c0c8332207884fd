import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { POST } from '#app/[locale]/contact/send/route.ts'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { cookieFor } from '#lib/inquiries/draft-cookie.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

const dataDir = isolateProcess()

test('when nothing can be stored, nobody is told it was sent', async () => {
  writeFileSync(join(dataDir, 'clinic.db'), 'no database '.repeat(1000))
  const cookie = cookieFor({ id: crypto.randomUUID(), answers: readInquiryForm(phoneForm()) }, Date.now())
  const request = new Request('http://localhost/contact/send', { method: 'POST', headers: { cookie } })

  const response = await POST(request, { params: Promise.resolve({ locale: 'en' }) })

  expect([response.status, response.headers.get('set-cookie')]).toEqual([503, null])
  expect(await response.text()).toContain('not sent')
})
