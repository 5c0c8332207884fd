import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST } from '#app/[locale]/contact/send/route.ts'
import { database } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { cookieFor, draftFrom } from '#lib/inquiries/draft-cookie.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { emailForm, phoneForm } from '#tests/support/typed-form.ts'

isolateProcess()
beforeAll(() => migrateDatabase(database()))
afterAll(() => database().destroy())

const context = { params: Promise.resolve({ locale: 'en' }) }
const pairOf = (cookie: string | null) => cookie?.split(';')[0] ?? ''
const holding = (form: FormData, more = {}) =>
  pairOf(cookieFor({ id: randomUUID(), answers: readInquiryForm(form), ...more }, Date.now()))

function send(cookie: string) {
  return POST(new Request('http://localhost/contact/send', { method: 'POST', headers: { cookie } }), context)
}

const whereTo = (response: Response) => [response.status, response.headers.get('location')]
const sentIn = (response: Response) => draftFrom(pairOf(response.headers.get('set-cookie')), Date.now())?.sent
const countStored = async () => {
  const inquiries = await database().selectFrom('inquiry').select('id').execute()
  const deliveries = await database().selectFrom('delivery').select('id').execute()
  return [inquiries.length, deliveries.length]
}

test('a message is on disk with its delivery before the visitor is told it is sent', async () => {
  const [inquiries = 0, deliveries = 0] = await countStored()
  const response = await send(holding(phoneForm()))

  expect(whereTo(response)).toEqual([303, '/contact/sent'])
  expect(sentIn(response)?.reference).toMatch(/^KW-[A-Z0-9]{5}$/)
  expect(await countStored()).toEqual([inquiries + 1, deliveries + 1])
})

test('a double click stores one inquiry and shows one reference', async () => {
  const cookie = holding(emailForm())
  const [inquiries = 0] = await countStored()
  const [first, second] = await Promise.all([send(cookie), send(cookie)])

  expect(sentIn(first as Response)).toEqual(sentIn(second as Response))
  expect((await countStored())[0]).toBe(inquiries + 1)
})

test('sending again after it was sent shows the first one and stores nothing', async () => {
  const before = await countStored()
  const response = await send(holding(phoneForm(), { sent: { reference: 'KW-7F3K2', receivedAt: 1 } }))

  expect(whereTo(response)).toEqual([303, '/contact/sent'])
  expect(await countStored()).toEqual(before)
})

test('without a draft nothing is stored and the next page says so', async () => {
  const before = await countStored()

  expect(whereTo(await send(''))).toEqual([303, '/contact/check'])
  expect(await countStored()).toEqual(before)
})

test('a draft with a problem goes back to be fixed', async () => {
  expect(whereTo(await send(holding(phoneForm({ phone: '12' }))))).toEqual([303, '/contact#problems'])
})

test('a message that was cut is not sent before the visitor has seen its end', async () => {
  expect(whereTo(await send(holding(phoneForm(), { messageKept: 900 })))).toEqual([303, '/contact#problems'])
})
