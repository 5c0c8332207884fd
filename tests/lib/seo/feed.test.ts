import { expect, test } from 'vitest'
import { articlesIn } from '#lib/articles/library.ts'
import { atomFeed, entryOf, lastUpdateOf } from '#lib/seo/feed.ts'
import { makeArticle } from '#tests/support/article.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'

isolateProcess({ SITE_ORIGIN: 'https://clinic.example' })

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const feed = atomFeed('en')
const all = (pattern: RegExp) => [...feed.matchAll(pattern)].map(([, value]) => value)

test('the feed names itself, its author and where it is', () => {
  expect(feed).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/)
  expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://clinic.example/feed.xml"/>')
  expect(feed).toMatch(/<author><name>Ketamine &amp; Wellness Clinic/)
})

test('every article is in it once, at its own address', () => {
  expect(all(/<entry>[\s\S]*?<id>(.*?)<\/id>/g)).toEqual(
    articlesIn('en').map(({ path }) => `https://clinic.example${path}`),
  )
})

test('every date is a whole moment, as Atom demands', () => {
  const dates = all(/<(?:updated|published)>(.*?)</g)
  expect(dates).toHaveLength(1 + 2 * articlesIn('en').length)
  expect(dates.filter((date) => !MOMENT.test(date ?? ''))).toEqual([])
})

test('an entry holds the main message and not the article', () => {
  const entry = entryOf('en', makeArticle({ mainMessage: 'Nobody knows.' }))
  expect(entry).toContain('<summary>Nobody knows.</summary>')
  expect(entry).not.toContain('<content')
})

test('a title cannot break the feed', () => {
  const entry = entryOf('en', makeArticle({ title: 'Is 1 < 2 & "so" ]]> on?' }))
  expect(entry).toContain('<title>Is 1 &lt; 2 &amp; &quot;so&quot; ]]&gt; on?</title>')
})

test('the feed is as new as its newest article', () => {
  const days = ['2026-11-02', '2026-12-01', '2026-11-30'].map((updatedOn) => ({ updatedOn }))
  expect(lastUpdateOf(days)).toBe('2026-12-01')
})
