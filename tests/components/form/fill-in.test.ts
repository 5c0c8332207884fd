import { expect, test } from 'vitest'
import { fillIn } from '#components/form/fill-in.ts'

test('each fact stands where its name stood', () => {
  expect(fillIn('Call {phone}: {hours}.', { phone: '305', hours: '9 to 5' })).toBe('Call 305: 9 to 5.')
})

test('a fact that looks like a pattern stays as it is', () => {
  expect(fillIn('{phone}', { phone: '$& {hours}' })).toBe('$& {hours}')
})
