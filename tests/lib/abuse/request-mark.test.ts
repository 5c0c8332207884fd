import { expect, test } from 'vitest'
import { readMarks, requestMarks } from '#lib/abuse/request-mark.ts'
import { browserHeaders, oldBrowserHeaders } from '#tests/support/browser-headers.ts'

const marksOf = (headers: Record<string, string>, isSecure = true) => requestMarks(headers, { isSecure })
const without = (name: string) => Object.fromEntries(Object.entries(browserHeaders).filter(([key]) => key !== name))

test('a browser of today has nothing odd about it', () => {
  expect(marksOf(browserHeaders)).toEqual([])
})

test('an old browser is only old', () => {
  expect(marksOf(oldBrowserHeaders)).toEqual(['no-sec-fetch'])
})

test.each([
  ['accept-language', 'no-accept-language'],
  ['user-agent', 'no-user-agent'],
  ['accept', 'accepts-no-page'],
])('a form without %s is marked', (name, mark) => {
  expect(marksOf(without(name))).toEqual([mark])
})

test.each(['curl/8.5.0', 'python-requests/2.31', 'Go-http-client/2.0', 'node', 'Mozilla/5.0 HeadlessChrome/156.0'])(
  '%s is a program',
  (agent) => {
    expect(marksOf({ ...browserHeaders, 'user-agent': agent })).toEqual(['program-user-agent'])
  },
)

test.each(['Lynx/2.9.0', 'w3m/0.5.3', 'Opera/9.80 (J2ME/MIDP; Opera Mini/9)', 'Mozilla/5.0 Cubot/X30'])(
  '%s is no program',
  (agent) => {
    expect(marksOf({ ...browserHeaders, 'user-agent': agent })).toEqual([])
  },
)

test('half of what a browser says about a form is odder than nothing', () => {
  expect(marksOf({ ...oldBrowserHeaders, 'sec-fetch-site': 'same-origin' })).toEqual(['sec-fetch-odd'])
  expect(marksOf({ ...browserHeaders, 'sec-fetch-mode': 'cors' })).toEqual(['sec-fetch-odd'])
})

test('a new browser that says nothing about the form is no new browser, unless the address is not secure', () => {
  const { 'user-agent': agent } = browserHeaders
  expect(marksOf({ ...oldBrowserHeaders, 'user-agent': agent })).toEqual(['no-sec-fetch', 'browser-claim-false'])
  expect(marksOf({ ...oldBrowserHeaders, 'user-agent': agent }, false)).toEqual(['no-sec-fetch'])
})

test('marks that nobody knows are not read', () => {
  expect(readMarks('no-sec-fetch constructor x')).toEqual(['no-sec-fetch'])
  expect(readMarks(null)).toEqual([])
})
