import { expect, test } from 'vitest'
import { hasDefaultLocale, toLocalePath, toPublicPath } from '#lib/server/locale-path.ts'

test.each([
  ['/', '/en'],
  ['/safety', '/en/safety'],
  ['/articles/is-ketamine-addictive', '/en/articles/is-ketamine-addictive'],
])('the public path %s is rendered at %s, and back', (path, localePath) => {
  expect(toLocalePath(path)).toBe(localePath)
  expect(toPublicPath(localePath)).toBe(path)
})

test('a page whose name begins with the letters of the locale keeps its name', () => {
  expect(hasDefaultLocale('/entry')).toBe(false)
  expect(toPublicPath('/entry')).toBe('/entry')
})

test.each(['/staff', '/staff/sign-in'])('%s stands beside the locales', (path) => {
  expect(toLocalePath(path)).toBe(path)
})

test('a public page whose name begins like that has a locale', () => {
  expect(toLocalePath('/staffing')).toBe('/en/staffing')
})
