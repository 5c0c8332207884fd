import { expect, test } from 'vitest'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { cookieFor, draftFrom } from '#lib/inquiries/draft-cookie.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

isolateProcess({ SITE_ORIGIN: 'https://clinic.example' })

const now = Date.UTC(2026, 10, 22)
const draft = { id: 'x', answers: readInquiryForm(phoneForm()) }
const pairOf = (cookie: string) => cookie.split(';')[0] ?? ''

test('over https the cookie is tied to this host, hidden from scripts and sent to nobody else', () => {
  expect(cookieFor(draft, now)).toMatch(
    /^__Host-draft=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure$/,
  )
})

test('the browser that got the cookie gets its draft back', () => {
  expect(draftFrom(`theme=dark; ${pairOf(cookieFor(draft, now))}; a=b`, now)).toEqual(draft)
})

test('a false cookie beside the true one does not hide it', () => {
  expect(draftFrom(`__Host-draft=AAAA; ${pairOf(cookieFor(draft, now))}`, now)).toEqual(draft)
})

test.each([null, '', 'draft=abc', '__Host-draft=', '__Host-draft', ';;;='])(
  'the Cookie header %j holds no draft',
  (header) => {
    expect(draftFrom(header, now)).toBeUndefined()
  },
)

test('the fullest cookie stays under 4,000 bytes with its name and attributes', () => {
  const message = Array.from({ length: 9000 }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)))
  const full = { ...draft, answers: { ...draft.answers, message: message.join('') } }
  expect(Buffer.byteLength(cookieFor(full, now))).toBeLessThan(4000)
})
