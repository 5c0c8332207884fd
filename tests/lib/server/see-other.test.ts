import { expect, test } from 'vitest'
import { seeOther } from '#lib/server/see-other.ts'

test('the browser is sent on with GET', () => {
  const response = seeOther('/contact/check')
  expect([response.status, response.headers.get('location')]).toEqual([303, '/contact/check'])
})

test('a cookie travels only when there is one', () => {
  const cookies = [seeOther('/').headers.getSetCookie(), seeOther('/', 'a=b; Path=/').headers.getSetCookie()]
  expect(cookies).toEqual([[], ['a=b; Path=/']])
})
