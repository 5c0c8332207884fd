import { expect, test } from 'vitest'
import { GET } from '#app/feed.xml/route.ts'

test('the feed says that it is one', async () => {
  const answer = GET()
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await answer.text()).toContain('</feed>')
})
