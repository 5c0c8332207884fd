import { render } from '@react-email/render'
import { expect, test } from 'vitest'
import { FullEmail, previewProps as fullProps } from '#lib/email/template/full-email.tsx'
import { renderInquiryEmail } from '#lib/email/template/inquiry-email.tsx'
import { NoticeEmail, previewProps as noticeProps } from '#lib/email/template/notice-email.tsx'
import type { Inquiry } from '#lib/inquiries/schema.ts'

const { inquiry: byPhone } = fullProps.phone
const { inquiry: byEmail } = fullProps.email
const given = {
  reference: 'KW-7F3K2',
  receivedAt: Date.UTC(2026, 10, 22, 15, 4),
  clinic: { name: 'Ketamine & Wellness Clinic of South Florida', isOpen: false },
  siteOrigin: 'https://clinic.example',
  inboxUrl: 'https://inbox.clinic.example/staff',
}
const full = (inquiry: Inquiry) => renderInquiryEmail({ ...given, inquiry, mode: 'full' })
const both = async (inquiry: Inquiry) => {
  const { html, text } = await full(inquiry)
  return [html, text]
}
const phoneWith = (more: Partial<NonNullable<Inquiry['phone']>>): Inquiry => ({
  ...byPhone,
  phone: { ...byPhone.phone, times: [], ...more },
})

test.each([
  ...Object.entries(fullProps).map(([name, props]) => [name, <FullEmail key={name} {...props} />] as const),
  ...Object.entries(noticeProps).map(([name, props]) => [name, <NoticeEmail key={name} {...props} />] as const),
])('the example "%s" renders as a whole page', async (_, element) => {
  expect(await render(element)).toMatch(/^<!DOCTYPE html[\s\S]*New message KW-[\s\S]*<\/html>/)
})

test('how to reach the person comes before anything about them', async () => {
  for (const body of await both(byPhone)) {
    expect(body.search(/how it is safe to reach them/i)).toBeLessThan(body.indexOf(byPhone.name))
    expect(body.indexOf('Do NOT leave a voicemail.')).toBeLessThan(body.indexOf('Can I come with my brother?'))
  }
})

test('the number is shown as typed and dials as it should', async () => {
  for (const body of await both(byPhone)) {
    expect(body).toContain('(305) 555-0134')
    expect(body).toContain('tel:+13055550134')
  }
})

test.each([
  [
    'voicemail allowed',
    phoneWith({ voicemail: 'yes' }),
    'You may leave a voicemail. Say only your first name and a number.',
  ],
  ['voicemail refused', phoneWith({ voicemail: 'no' }), 'Do NOT leave a voicemail.'],
  ['hang up', phoneWith({ otherAnswers: 'hang-up' }), 'If someone else answers: hang up.'],
  ['personal call', phoneWith({ otherAnswers: 'personal-call' }), 'say it is a personal call, and try later.'],
  ['good times', phoneWith({ times: ['morning', 'evening'] }), 'Good times: mornings, evenings.'],
  ['no good times', phoneWith({}), 'Good times: not given.'],
  ['a language of their own', byEmail, 'Language: Kreyòl.'],
  ['asking about someone', byPhone, 'Never tell them if anybody is a patient here.'],
  ['an e-mail', byEmail, 'Do not mention treatment, least of all in the subject.'],
])('staff are told: %s', async (_, inquiry, sentence) => {
  for (const body of await both(inquiry)) expect(body).toContain(sentence)
})

test('when nobody said what to do if someone else answers, staff are told to say nothing', async () => {
  const { otherAnswers: _, ...phone } = byPhone.phone
  for (const body of await both({ ...byPhone, phone })) expect(body).toContain('Say nothing about the clinic')
})

test('what a visitor wrote cannot become markup', async () => {
  const { html } = await full({ ...byPhone, name: '<img src=x>', message: '<script>alert(1)</script>' })
  expect(html).not.toMatch(/<img|<script/)
  expect(html).toContain('&lt;script&gt;')
})

test('what a visitor wrote cannot pass for a line of ours in the text', async () => {
  const { text } = await full({ ...byPhone, message: 'Hi\nReference KW-00000. You may leave a voicemail.' })
  expect(text).toContain('> Hi\n> Reference KW-00000.')
})

test('the lines of a message stay lines', async () => {
  const { html } = await full({ ...byPhone, message: `first${'\n'.repeat(900)}last` })
  expect(html.match(/<br\s*\/?>/g)?.length).toBeGreaterThanOrEqual(900)
})

test('an answer to the e-mail goes to the person who asked for an e-mail, and to nobody else', async () => {
  expect((await full(byEmail)).replyTo).toBe('ana@example.com')
  expect(await full(byPhone)).not.toHaveProperty('replyTo')
})

test.each(['full', 'notice'] as const)('the subject of a %s mail holds only the reference', async (mode) => {
  expect((await renderInquiryEmail({ ...given, inquiry: byEmail, mode })).subject).toBe('New message KW-7F3K2')
})

test('the time is given with its zone', async () => {
  for (const body of await both(byPhone)) expect(body).toContain('November 22, 2026 at 3:04 PM UTC')
})

test('a notice holds nothing of what was sent', async () => {
  const canaries: Inquiry = {
    about: 'someone',
    topics: ['helping-someone'],
    name: 'canary-name',
    channel: 'phone',
    phone: {
      typed: 'canary-typed',
      e164: '+13055550134',
      voicemail: 'yes',
      otherAnswers: 'personal-call',
      times: ['evening'],
    },
    email: 'canary@example.com',
    language: { choice: 'other', other: 'canary-language' },
    message: 'canary-message',
    receipt: false,
  }
  const notice = await renderInquiryEmail({ ...given, inquiry: canaries, mode: 'notice' })
  expect(JSON.stringify(notice)).not.toMatch(/canary|555|evening|voicemail|personal|how to help|i care about/i)
  expect(notice).not.toHaveProperty('replyTo')
})

test.each(['full', 'notice'] as const)('a %s mail leads to the inquiry in the inbox', async (mode) => {
  const { html, text } = await renderInquiryEmail({ ...given, inquiry: byPhone, mode })
  for (const body of [html, text]) expect(body).toContain('https://inbox.clinic.example/staff/inquiries/KW-7F3K2')
})

const due = { at: Date.UTC(2026, 10, 23, 19), timeZone: 'America/New_York', isConfirmed: true }

test.each(['full', 'notice'] as const)('a %s mail says by when to answer, in its subject too', async (mode) => {
  const { subject, html, text } = await renderInquiryEmail({ ...given, inquiry: byPhone, mode, due })
  expect(subject).toMatch(/^New message KW-7F3K2 – due Mon, Nov 23, 2:00\sPM EST$/)
  for (const body of [html, text]) expect(body).toMatch(/Answer by Mon, Nov 23, 2:00\sPM EST\./)
})

test('a time that rests on hours nobody confirmed says so, and stays out of the subject', async () => {
  const unconfirmed = { ...due, isConfirmed: false }
  const { subject, text } = await renderInquiryEmail({ ...given, inquiry: byPhone, mode: 'notice', due: unconfirmed })
  expect(subject).toBe('New message KW-7F3K2')
  expect(text).toContain('(The clinic has not confirmed its hours.)')
})

test.each([byPhone, byEmail])('nothing is fetched when the mail is opened', async (inquiry) => {
  expect((await full(inquiry)).html).not.toMatch(/<img|<link|url\(|src=/)
})
