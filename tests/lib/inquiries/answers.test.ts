import { array, assert, constantFrom, oneof, property, record, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { form } from '#content/en/form.ts'
import { findProblems, readInquiryForm } from '#lib/inquiries/answers.ts'
import { inquirySchema } from '#lib/inquiries/schema.ts'
import { formOf, phoneForm } from '#tests/support/typed-form.ts'

const fields = Object.keys(form.fields)
const anyText = oneof(
  string({ unit: 'binary' }),
  string({ unit: 'grapheme' }),
  constantFrom('phone', 'email', 'me', 'other', 'yes', '__proto__', '\uD800', '\uDC00x', '\u0000', 'a'.repeat(40_000)),
)
const anyField = oneof(constantFrom(...fields, '__proto__', 'constructor', 'toString'), string())
const anyForm = array(tuple(anyField, anyText), { maxLength: 40 }).map((pairs) => {
  const sent = new FormData()
  for (const [field, text] of pairs) sent.append(field, text)
  return sent
})

test('whatever is sent, reading and judging it never throws, and every problem has a sentence', () => {
  assert(
    property(anyForm, (sent) => {
      const problems = findProblems(readInquiryForm(sent))
      for (const [field, problem] of Object.entries(problems)) {
        expect(fields).toContain(field)
        expect(form.errors).toHaveProperty([problem])
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever is typed, an accepted inquiry keeps every limit', () => {
  const typed = record({ name: anyText, message: anyText, otherLanguage: anyText, phone: anyText })
  assert(
    property(typed, (answers) => {
      const judged = inquirySchema.safeParse(readInquiryForm(phoneForm({ ...answers, language: 'other' })))
      if (!judged.success) return
      const { name, message, language } = judged.data
      expect([...name].length).toBeLessThanOrEqual(100)
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(2000)
      expect(`${name}${language.other}`).not.toMatch(/\p{Cc}/u)
      expect(JSON.stringify(judged.data).isWellFormed()).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what was typed comes back as it was typed', () => {
  const answers = readInquiryForm(phoneForm({ phone: ' (305) 555.0134', message: ' Hi,\nthere ' }))
  expect([answers.phone, answers.message]).toEqual([' (305) 555.0134', ' Hi,\nthere '])
})

test('a field sent twice counts once', () => {
  const answers = readInquiryForm(formOf({ name: ['Sam', 'Eve'], topics: ['cost', 'cost', 'safety'] }))
  expect([answers.name, answers.topics]).toEqual(['Sam', ['cost', 'safety']])
})

test('a file in place of an answer counts as no answer', () => {
  const sent = new FormData()
  sent.append('name', new File(['Sam'], 'name.txt'))
  expect(readInquiryForm(sent).name).toBe('')
})
