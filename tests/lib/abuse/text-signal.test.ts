import { expect, test } from 'vitest'
import { scoreOf } from '#lib/abuse/signal.ts'
import { textSignals } from '#lib/abuse/text-signal.ts'
import { english, otherLanguages } from '#tests/support/corpus/people.ts'
import { timed } from '#tests/support/timed.ts'

const signalsOf = (message: string, name = 'Sam') => textSignals({ name, message })

test.each(Object.values(otherLanguages).flat())('nothing is odd about: %s', (message) => {
  expect(signalsOf(message)).toEqual([])
})

test.each(english.middles)('a person who writes this is far from being held back: %s', (message) => {
  expect(scoreOf(signalsOf(message))).toBeLessThan(4)
})

test.each([
  ['[url=http://a.example]x[/url]', 'link-markup'],
  ['<a href=http://a.example>x</a>', 'link-markup'],
  ['http://a.example www.b.example c.com', 'some-links'],
  ['a.com b.com c.com d.com e.com', 'link-list'],
  ['We sell guest posts', 'spam-phrase'],
  ['We sell guest posts and sponsored posts', 'spam-phrases'],
  ['𝐖𝐞 𝐬𝐞𝐥𝐥 𝐠𝐮\u200b𝐞𝐬𝐭 𝐩𝐨𝐬𝐭𝐬', 'spam-phrase'],
  ['Free shipping, no prescription needed', 'sale-words'],
  ['Free shipping, no prescription needed. Order now!', 'spam-phrases'],
  ['vi\u0430gra and c\u0456alis', 'mixed-alphabets'],
])('%s is %s', (message, signal) => {
  expect(signalsOf(message)).toEqual([signal])
})

test('addresses of e-mail are no links, and a link in place of a name is odd', () => {
  expect(signalsOf('a@gmail.com b@yahoo.com c@mail.example.org')).toEqual([])
  expect(signalsOf('', 'Visit pills.xyz')).toEqual(['link-in-name'])
})

test('a long text without a single space is judged at once', timed, () => {
  const started = performance.now()
  for (const text of ['a', '<a ', '[', 'http://', 'a.', 'купить ', '.com/', 'copyright infringement '])
    signalsOf(text.repeat(Math.ceil(1000 / text.length)), text.repeat(20))
  expect(performance.now() - started).toBeLessThan(200)
})
