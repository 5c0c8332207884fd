import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { DRAFT_LIFETIME_SECONDS, type Draft, openDraft, SEALED_LENGTH_MAX, sealDraft } from '#lib/inquiries/draft.ts'
import { emailForm, phoneForm } from '#tests/support/typed-form.ts'

const key = Buffer.alloc(32, 1)
const now = Date.UTC(2026, 10, 22)
const draftOf = (form: FormData): Draft => ({
  id: 'c1b0e1ba-6a7b-4f0e-9a39-2f8d0d0a3c11',
  answers: readInquiryForm(form),
})
const anyMessage = string({ unit: 'binary', maxLength: 6000, size: 'max' })

test('a draft comes back as it was sealed', () => {
  const draft = { ...draftOf(phoneForm({ message: 'Hi' })), sent: { reference: 'KW-7F3K2', receivedAt: now } }
  expect(openDraft(sealDraft(draft, key, now), key, now)).toEqual(draft)
})

test('a draft opens for an hour and not a moment longer', () => {
  const draft = draftOf(phoneForm())
  const sealed = sealDraft(draft, key, now)
  const end = now + DRAFT_LIFETIME_SECONDS * 1000
  expect([openDraft(sealed, key, end - 1), openDraft(sealed, key, end)]).toEqual([draft, undefined])
})

test('a draft with any byte changed does not open', () => {
  const sealed = Buffer.from(sealDraft(draftOf(phoneForm()), key, now), 'base64url')
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(openDraft(changed.toString('base64url'), key, now)).toBeUndefined()
  }
})

test('a draft sealed with another key does not open', () => {
  expect(openDraft(sealDraft(draftOf(phoneForm()), Buffer.alloc(32, 2), now), key, now)).toBeUndefined()
})

test('whatever stands in the cookie, opening it never throws', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (sealed) => {
      expect(openDraft(sealed, key, now)).toBeUndefined()
    }),
  )
})

test('what is sealed cannot be read', () => {
  const sealed = Buffer.from(sealDraft(draftOf(phoneForm({ name: 'Rosalind' })), key, now), 'base64url')
  expect(sealed.includes('Rosalind')).toBe(false)
})

test('whatever is typed fits in a cookie, and keeps the start of the message', () => {
  assert(
    property(anyMessage, (message) => {
      const answers = { ...readInquiryForm(emailForm()), message: message.toWellFormed() }
      const sealed = sealDraft({ ...draftOf(emailForm()), answers }, key, now)
      const opened = openDraft(sealed, key, now)

      expect(sealed.length).toBeLessThanOrEqual(SEALED_LENGTH_MAX)
      expect(answers.message.startsWith(opened?.answers.message ?? '?')).toBe(true)
      expect(opened?.messageKept === undefined).toBe(opened?.answers.message === answers.message)
    }),
    { numRuns: 60 },
  )
})

test('a message that is allowed is never cut, however hard it is to pack', () => {
  const characters = (count: number, first: number, range: number) =>
    Array.from({ length: count }, (_, place) =>
      String.fromCodePoint(first + ((place * 7919 + place ** 3) % range)),
    ).join('')
  const hardest = {
    name: characters(100, 0x1f300, 700),
    email: `${characters(60, 97, 26)}@${characters(180, 97, 26)}.com`,
    otherLanguage: characters(60, 0x1f300, 700),
    language: 'other',
    phone: characters(60, 97, 26),
    message: characters(500, 0x10400, 60_000),
  }
  expect(openDraft(sealDraft(draftOf(emailForm(hardest)), key, now), key, now)).not.toHaveProperty('messageKept')
})

test('the number of characters kept is the number that came back', () => {
  const message = Array.from({ length: 9000 }, (_, place) =>
    String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)),
  ).join('')
  const opened = openDraft(sealDraft(draftOf(emailForm({ message })), key, now), key, now)
  expect(opened?.messageKept).toBe([...(opened?.answers.message ?? '')].length)
})
