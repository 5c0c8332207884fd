import { expect, test } from 'vitest'
import { shareImagePath } from '#lib/seo/share-image.ts'

test('a picture is named for its page, and for the words in it', () => {
  const named = shareImagePath({ path: '/articles/one', title: 'One?' })
  expect(named).toMatch(/^\/share\/articles-one-[0-9a-f]{8}\.png$/)
  expect(shareImagePath({ path: '/articles/one', title: 'One!' })).not.toBe(named)
})

test('the home page has a picture too', () => {
  expect(shareImagePath({ path: '/', title: 'Home' })).toMatch(/^\/share\/home-/)
})
