import { expect, test } from 'vitest'
import { receivedTimeText } from '#lib/inquiries/received-time.ts'

const receivedAt = Date.UTC(2026, 10, 22, 20, 4)

test('without a known time zone the time is in UTC and says so', () => {
  expect(receivedTimeText(receivedAt, null, 'en')).toBe('November 22, 2026 at 8:04 PM UTC')
})

test('with a known time zone the time is the time there and says so', () => {
  expect(receivedTimeText(receivedAt, 'America/New_York', 'en')).toBe('November 22, 2026 at 3:04 PM EST')
})
