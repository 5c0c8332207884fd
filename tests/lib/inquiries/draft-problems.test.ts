import { expect, test } from 'vitest'
import { form } from '#content/en/form.ts'
import { readInquiryForm } from '#lib/inquiries/answers.ts'
import { problemSentences, problemsIn } from '#lib/inquiries/draft-problems.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

const cut = { id: 'x', answers: readInquiryForm(phoneForm({ message: 'Short enough' })), messageKept: 1234 }

test('a message that was cut is a problem, though what is left of it is short enough', () => {
  expect(problemsIn(cut)).toEqual({ message: 'message-cut' })
})

test('the visitor reads how much of the message was kept', () => {
  expect(problemSentences(cut, form, 'en').message).toContain('the first 1,234 characters')
})
