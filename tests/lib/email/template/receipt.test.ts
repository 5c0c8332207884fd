import { expect, test } from 'vitest'
import { neutralSender, receiptMail } from '#lib/email/template/receipt.ts'

test.each(['Ketamine Clinic <website@clinic.example>', 'website@clinic.example'])(
  'the sender %s keeps its address and loses its name',
  (mailFrom) => expect(neutralSender(mailFrom)).toBe('Front desk <website@clinic.example>'),
)

test('three lines of plain text, with nothing that could be loaded or followed', () => {
  const mail = receiptMail()
  expect(Object.keys(mail)).toEqual(['subject', 'text'])
  expect(mail.text.split('\n')).toHaveLength(3)
  expect(JSON.stringify(mail)).not.toMatch(/http|www|<|clinic|ketamine|treat|addict|drug|health|doctor/i)
})
