import { expect, test } from 'vitest'
import { isLocale, locales, messagesFor, pathFor } from '#lib/locale.ts'

test('English pages have no language in their address', () => {
  expect([pathFor('en', '/'), pathFor('en', '/safety')]).toEqual(['/', '/safety'])
})

test('every other language has its own prefix, and its front page no stray slash', () => {
  expect([pathFor('es', '/'), pathFor('es', '/safety')]).toEqual(['/es', '/es/safety'])
})

test('a word that is no language of ours is refused', () => {
  expect(['en', 'safety', ''].map(isLocale)).toEqual([true, false, false])
})

test.each(locales)('the menu in %s leads to five places and every word is filled in', (locale) => {
  const messages = messagesFor(locale)
  expect(messages.frame.navigation).toHaveLength(5)
  expect(JSON.stringify(messages.frame)).not.toContain('""')
})
