import { expect, test } from 'vitest'
import { findProblems, readInquiryForm } from '#lib/inquiries/answers.ts'
import { inquirySchema } from '#lib/inquiries/schema.ts'
import { emailForm, formOf, phoneForm } from '#tests/support/typed-form.ts'

const problemsOf = (form: FormData) => findProblems(readInquiryForm(form))
const inquiryOf = (form: FormData) => inquirySchema.parse(readInquiryForm(form))

test('an empty form is told the three things it lacks, in the order of the page', () => {
  expect(Object.entries(problemsOf(formOf({})))).toEqual([
    ['about', 'about-missing'],
    ['name', 'name-missing'],
    ['channel', 'channel-missing'],
  ])
})

test.each([
  ['phone', phoneForm],
  ['e-mail', emailForm],
])('the shortest form for an answer by %s has no problem', (_, form) => {
  expect(problemsOf(form())).toEqual({})
})

test.each([
  ['about', 'nobody', 'about-missing'],
  ['topics', 'marketing', 'topics-unknown'],
  ['name', '  \n ', 'name-missing'],
  ['name', 'x'.repeat(101), 'name-too-long'],
  ['name', 'Sam\u0007', 'name-unreadable'],
  ['name', 'Sam\nBcc: everyone', 'name-unreadable'],
  ['channel', 'fax', 'channel-missing'],
  ['phone', '', 'phone-wrong'],
  ['phone', '305 555', 'phone-wrong'],
  ['phone', '911', 'phone-wrong'],
  ['voicemail', '', 'voicemail-missing'],
  ['voicemail', 'maybe', 'voicemail-missing'],
  ['otherAnswers', 'shout', 'other-answers-unknown'],
  ['times', 'midnight', 'times-unknown'],
  ['language', 'xx', 'language-unknown'],
  ['message', 'x'.repeat(1001), 'message-too-long'],
  ['message', '漢'.repeat(700), 'message-too-large'],
  ['message', 'a\u0000b', 'message-unreadable'],
])('a call cannot be asked for with %s %j', (field, typed, problem) => {
  expect(problemsOf(phoneForm({ [field]: typed }))).toEqual({ [field]: problem })
})

test.each([
  '',
  'ana',
  'ana@example',
  'ana@@example.com',
  'ana@example.com, eve@example.com',
  'ana@example.com\nBcc: eve@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ana@${'a.'.repeat(126)}com`,
])('an e-mail cannot be answered at %j', (email) => {
  expect(problemsOf(emailForm({ email }))).toEqual({ email: 'email-wrong' })
})

test('another language must be named', () => {
  expect(problemsOf(emailForm({ language: 'other' }))).toEqual({ otherLanguage: 'other-language-missing' })
})

test('the name of another language is at most 60 characters', () => {
  expect(problemsOf(emailForm({ language: 'other', otherLanguage: 'x'.repeat(61) }))).toEqual({
    otherLanguage: 'other-language-too-long',
  })
})

test('a message of 1,000 characters and 2,000 bytes is accepted whole', () => {
  const message = 'é'.repeat(1000)
  expect(inquiryOf(phoneForm({ message })).message).toBe(message)
})

test('what was typed for a call is no problem when an e-mail is asked for, and is not sent', () => {
  const inquiry = inquiryOf(emailForm({ phone: '12', voicemail: 'maybe', otherAnswers: 'shout', times: 'midnight' }))
  expect(inquiry).not.toHaveProperty('phone')
})

test('what was typed for an e-mail is no problem when a call is asked for, and is not sent', () => {
  expect(inquiryOf(phoneForm({ email: 'not an address' }))).not.toHaveProperty('email')
})

test('a language that was typed but not chosen is not sent', () => {
  expect(inquiryOf(phoneForm({ language: 'es', otherLanguage: 'Kreyòl' })).language).toEqual({ choice: 'es' })
})

test('a skipped language is English, as the form says', () => {
  expect(inquiryOf(phoneForm()).language).toEqual({ choice: 'en' })
})

test('a call carries the number to dial, the number as typed, and when and how to call', () => {
  const form = phoneForm({ phone: ' (305) 555.0134 ', otherAnswers: 'hang-up', times: ['morning', 'evening'] })
  expect(inquiryOf(form).phone).toEqual({
    typed: '(305) 555.0134',
    e164: '+13055550134',
    voicemail: 'no',
    otherAnswers: 'hang-up',
    times: ['morning', 'evening'],
  })
})

test('an inquiry survives being written down as JSON', () => {
  const inquiry = inquiryOf(phoneForm({ topics: ['cost', 'safety'], message: 'Hi,\r\nthere', language: 'en' }))
  expect(JSON.parse(JSON.stringify(inquiry))).toEqual(inquiry)
})

test('a receipt is for those who asked for it and wrote an e-mail address', () => {
  expect(inquiryOf(emailForm({ receipt: 'yes' })).receipt).toBe(true)
  expect(inquiryOf(emailForm()).receipt).toBe(false)
  expect(inquiryOf(emailForm({ receipt: 'on' })).receipt).toBe(false)
  expect(inquiryOf(phoneForm({ receipt: 'yes', email: 'ana@example.com' })).receipt).toBe(false)
})
