import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerText } from '#lib/email/header-text.ts'

test('cannot be made to add a header', () => {
  expect(headerText('Hello\r\nBcc: evil@person.example')).toBe('Hello Bcc: evil@person.example')
})

test('keeps names as people write them', () => {
  const names = ['Zoë Ångström', "O'Neill-Pérez", '李小龍', 'نور', '👩‍⚕️ Kim']
  expect(names.map(headerText)).toEqual(names)
})

test('is one line without direction marks, whatever comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(headerText(text)).not.toMatch(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u)
    }),
  )
})
