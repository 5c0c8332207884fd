import { expect, test } from 'vitest'
import { POST } from '#app/[locale]/contact/answers/route.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

isolateProcess()

const context = { params: Promise.resolve({ locale: 'en' }) }
const post = (body: BodyInit) =>
  POST(new Request('http://localhost/contact/answers', { method: 'POST', body }), context)

test('right answers lead to the check page', async () => {
  const response = await post(phoneForm())
  expect([response.status, response.headers.get('location')]).toEqual([303, '/contact/check'])
})

test('wrong answers lead back to the form, to the list of problems', async () => {
  const response = await post(phoneForm({ phone: '12' }))
  expect([response.status, response.headers.get('location')]).toEqual([303, '/contact#problems'])
})

test('right or wrong, the answers go into one cookie', async () => {
  const responses = [await post(phoneForm()), await post(phoneForm({ phone: '12' }))]
  expect(responses.map((response) => response.headers.getSetCookie().length)).toEqual([1, 1])
})

test('what was typed is nowhere in the address', async () => {
  expect((await post(phoneForm({ name: 'Rosalind' }))).headers.get('location')).not.toContain('Rosalind')
})

test('something that is no form is refused', async () => {
  expect((await post('{"name":"Sam"}')).status).toBe(400)
})

test('a false language in the address leads to no other site', async () => {
  const request = new Request('http://localhost/contact/answers', { method: 'POST', body: phoneForm() })
  const response = await POST(request, { params: Promise.resolve({ locale: '/evil.example' }) })
  expect([response.status, response.headers.get('location')]).toEqual([404, null])
})
