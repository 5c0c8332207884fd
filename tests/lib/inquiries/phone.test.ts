import { expect, test } from 'vitest'
import { readPhoneNumber } from '#lib/inquiries/phone.ts'

test.each(['305-555-0134', '(305) 555.0134', '3055550134', '1 305 555 0134', '+1 305 555 0134', '305 555 0134 ext 5'])(
  '%s is one number, whatever the punctuation',
  (typed) => {
    expect(readPhoneNumber(typed)).toBe('+13055550134')
  },
)

test('a number from abroad keeps its country', () => {
  expect(readPhoneNumber('+509 37 12 3456')).toBe('+50937123456')
})

test.each(['', '555-0134', '911', '988', '1234567890', '0000000000', 'call me', '3055550134 or 7865550134'])(
  '%j cannot be dialed',
  (typed) => {
    expect(readPhoneNumber(typed)).toBeUndefined()
  },
)
