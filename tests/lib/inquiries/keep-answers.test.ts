import { expect, test } from 'vitest'
import { cookieFor, draftFrom } from '#lib/inquiries/draft-cookie.ts'
import { keepAnswers } from '#lib/inquiries/keep-answers.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { emailForm, phoneForm } from '#tests/support/typed-form.ts'

isolateProcess()

const now = Date.UTC(2026, 10, 22)
const pairOf = (cookie: string) => cookie.split(';')[0] ?? ''
const keep = (form: FormData, cookie: string | null = null) => pairOf(keepAnswers(form, cookie, now).cookie)
const idIn = (cookie: string) => draftFrom(cookie, now)?.id

test('wrong answers are kept as well as right ones', () => {
  expect(draftFrom(keep(phoneForm({ phone: '12' })), now)?.answers.phone).toBe('12')
})

test('answers for a call are kept when the visitor changes to e-mail', () => {
  expect(draftFrom(keep(emailForm({ phone: '305-555-0134' })), now)?.answers.phone).toBe('305-555-0134')
})

test('the same answers again are the same inquiry', () => {
  const first = keep(phoneForm())
  expect(idIn(keep(phoneForm(), first))).toBe(idIn(first))
})

test('changed answers are a new inquiry, so a correction is never dropped as a repeat', () => {
  const first = keep(phoneForm())
  expect(idIn(keep(phoneForm({ phone: '305-555-0199' }), first))).not.toBe(idIn(first))
})

test('the same words after sending are a new inquiry', () => {
  const draft = draftFrom(keep(phoneForm()), now)
  if (!draft) throw new Error('The draft was not kept.')
  const sent = pairOf(cookieFor({ ...draft, sent: { reference: 'KW-7F3K2', receivedAt: now } }, now))
  expect(idIn(keep(phoneForm(), sent))).not.toBe(draft.id)
})
